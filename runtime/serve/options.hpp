// The command line of rung-serve, which `rung` describes as its own verb `serve`.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/verbs.hpp"

namespace rung::serve {

struct ServeOptions : Options {
  WorkLimit limit;
  std::string on;                        // the day of requests that name none; empty: each record's own
  std::string host = "127.0.0.1";
  int port = 8080;
};

inline void add_options(CLI::App& app, ServeOptions& options) {
  app.add_option("TABLE", options.table, "A table that rungc has built, or a folder of such tables")->required();
  app.add_option("--also", options.also, "A further table; all are asked as one; may be repeated")->expected(1)->take_all();
  app.add_option("--port", options.port, "The port; 0: any that is free, which is said")->check(CLI::Range(0, 65535))->capture_default_str();
  app.add_option("--host", options.host, "The address to listen at; 0.0.0.0 for all, when whoever reaches this machine may ask")->capture_default_str();
  app.add_option("--locale", options.locale, "In which language to answer people when a request does not say it (locale=fr); else that of LC_ALL, LC_MESSAGES or LANG")->check(CLI::IsMember({"en", "fr"}));
  app.add_option("--on", options.on, "The day of the question, 2026-10-01 or today, when a request does not say it; else each record's own")->check([](const std::string& written) {
    return read_date(day_of_clock_or(written)) ? std::string() : "'" + written + "' is no date";
  });
  app.add_option("--format", options.format, "How to say what fails, and where it listens; a request is answered in the form that it asks for")->check(CLI::IsMember({"text", "json"}))->capture_default_str();
  app.add_option("--steps", options.limit.steps, "Stop each search after so many steps")->capture_default_str();
}

}  // namespace rung::serve
