package io.artrec.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs a program in the terminal: UTF-8 out, no windows, its status when something was wrong. */
final class CommandLine {
  private CommandLine() {}

  /** A program. */
  @FunctionalInterface
  interface Program {
    /** Prints to streams; returns the exit status. */
    int run(String[] args, PrintStream out, PrintStream messages);
  }

  static void run(String[] args, Program program) {
    System.setProperty("java.awt.headless", "true");
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    int status = program.run(args, out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }
}
