// rung-serve: what `rung serve` starts. A program of its own, because the server's library takes longer to load than `rung` takes to answer.
#include <httplib.h>
#include <signal.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <thread>

#include "runtime/command_line/speaking.hpp"
#include "runtime/command_line/words.hpp"
#include "runtime/rung/asking.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/records/record.hpp"
#include "runtime/serve/options.hpp"
#include "runtime/serve/replies.hpp"

namespace {

// The page sends its form in parts; whatever else has a body sends a record.
rung::serve::Request request_of(const httplib::Request& from, const std::string& on) {
  rung::serve::Request out{from.path, {from.params.begin(), from.params.end()}, {}};
  if (from.is_multipart_form_data())
    for (const auto& [name, field] : from.files) out.parameters.insert({name, field.content});
  else
    out.body = from.body;
  if (const auto day = out.parameters.find("on"); !on.empty() && (day == out.parameters.end() || day->second.empty())) {
    out.parameters.erase("on");
    out.parameters.insert({"on", on});
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app{"The answers of rung over HTTP, and a page", "rung serve"};
  rung::serve::ServeOptions options;
  rung::serve::add_options(app, options);
  if (rung::asks_for_json(argc, argv)) options.format = "json";          // for what is said before it has been read
  options.locale = rung::command_line::asked_for(argc, argv, "");   // likewise
  rung::command_line::put_into(options.language(), app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    return rung::fail(options, {"usage", error.what(), "rung serve --help says more"});
  }
  rung::Result<rung::Table> opened = rung::open_table(options);
  if (!opened) return rung::fail(options, opened.error());
  const auto table = std::make_shared<const rung::Table>(std::move(*opened));

  // Signals come to the one thread that waits for them.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);

  const std::string language = options.language();
  httplib::Server server;
  server.set_payload_max_length(rung::longest_record + (1 << 16));
  server.set_read_timeout(10);
  server.set_write_timeout(10);
  server.set_keep_alive_max_count(1000);
  server.set_default_headers({{"X-Content-Type-Options", "nosniff"}, {"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"}, {"Cache-Control", "no-store"}});
  const auto answer = [&](const httplib::Request& request, httplib::Response& response) {
    const rung::serve::Reply reply = rung::serve::reply(table, request_of(request, options.on), options.limit, rung::serve::preferred_language(request.get_header_value("Accept-Language"), language));
    response.status = reply.status;
    response.set_content(reply.body, reply.type.c_str());
  };
  // What the library refuses by itself is told like any other mistake.
  server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (!response.body.empty()) return;
    const bool too_long = response.status == 413;
    response.set_content(rung::json_failure({too_long ? "record-too-long" : "usage", too_long ? "the record is too long, or too long for a form" : "this is no request that can be answered",
                                             too_long ? "send it as Content-Type: application/json" : "send GET, or POST with a learner's record"}),
                         "application/json");
  });
  server.Get(".*", answer);
  server.Post(".*", answer);
  if (options.port == 0)
    options.port = server.bind_to_any_port(options.host.c_str());
  else if (!server.bind_to_port(options.host.c_str(), options.port))
    options.port = -1;
  if (options.port < 0) return rung::fail(options, {"usage", "nothing can listen at " + options.host + " there: the port is taken, or may not be used", "give another one with --port"});
  const std::string address = "http://" + options.host + ":" + std::to_string(options.port);
  if (options.json()) std::printf("%s", rung::json_serving(options.table, address).c_str());
  else std::printf("Serving %s at %s\n", options.table.c_str(), address.c_str());
  std::fflush(stdout);
  std::thread waiter([&] {
    int signal = 0;
    sigwait(&ends, &signal);
    server.stop();
  });
  const bool served = server.listen_after_bind();
  pthread_kill(waiter.native_handle(), SIGTERM);
  waiter.join();
  return served ? 0 : 2;
}
