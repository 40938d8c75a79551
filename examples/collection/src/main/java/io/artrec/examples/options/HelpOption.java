package io.artrec.examples.options;

import picocli.CommandLine.Option;

/** The option that every program has. */
public abstract class HelpOption {
  /** Whether the program says what it can be asked, and does nothing else. */
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "says this")
  public boolean help;
}
