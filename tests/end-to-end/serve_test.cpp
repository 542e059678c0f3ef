// rung serve, over a socket.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <chrono>
#include <thread>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

class Serving : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("f.rung", "rung 1 en\nframework f { version 2026-09 }\ncompetency k competency l\ncourse a { develops k credits 1 }\ncertificate x { develops l requires { a } }\n");
    ASSERT_EQ(run("rungc build f.rung -o f.pathways").status, 0);
  }

  // Starts it in the background and waits until it says where it listens.
  int start() {
    run("rung serve f.pathways --port 0 >served.txt 2>&1 & echo $! >pid.txt");
    for (int i = 0; i < 100; ++i) {
      const std::string said = read(folder_ / "served.txt");
      if (const std::size_t at = said.rfind(':'); at != std::string::npos && said.ends_with("\n")) return std::stoi(said.substr(at + 1));
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return 0;
  }
  void TearDown() override {
    run("kill $(cat pid.txt) 2>/dev/null");
    WorkingFolder::TearDown();
  }

  static std::string ask(int port, const std::string& request) {
    const int to = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string out;
    if (::connect(to, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 && ::send(to, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size())) {
      char buffer[4096];
      for (ssize_t got = 0; (got = ::recv(to, buffer, sizeof buffer, 0)) > 0;) out.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(to);
    return out;
  }
};

TEST_F(Serving, AnswersUntilItIsAskedToEnd) {
  const int port = start();
  ASSERT_GT(port, 0) << read(folder_ / "served.txt");
  const std::string record = R"({"holdings": [{"credential": "f.a"}]})";
  const std::string post = "POST /earned HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + std::to_string(record.size()) + "\r\n\r\n" + record;
  const std::string answer = ask(port, post);
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
  EXPECT_NE(answer.find("\"f.x\""), std::string::npos) << answer;
  EXPECT_NE(answer.find("Content-Security-Policy: default-src 'none'"), std::string::npos);
  EXPECT_NE(ask(port, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").find("<form"), std::string::npos);
  EXPECT_TRUE(ask(port, "DELETE /earned HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 4"));
  EXPECT_TRUE(ask(port, "nonsense\r\n\r\n").starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(ask(port, post).starts_with("HTTP/1.1 200"));   // still there
  // It ends when it is asked to, by itself.
  EXPECT_EQ(run("kill -TERM $(cat pid.txt); for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do kill -0 $(cat pid.txt) 2>/dev/null || exit 0; sleep 0.2; done; exit 1").status, 0);
}

TEST_F(Serving, RefusesWhatItCannotServe) {
  EXPECT_EQ(run("rung serve none.pathways --port 0").status, 2);
  EXPECT_EQ(run("rung serve").status, 2);
  EXPECT_EQ(run("rung serve f.pathways --port 99999").status, 2);
  EXPECT_EQ(run("rung serve --help").status, 0);
}

}  // namespace
