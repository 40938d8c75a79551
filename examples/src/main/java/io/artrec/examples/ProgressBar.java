package io.artrec.examples;

import io.artrec.task.Progress;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Shows how far work has come: a bar that grows in place on a terminal, a line at every tenth
 * elsewhere.
 */
final class ProgressBar implements Progress {
  private static final int CELLS = 30;
  private static final int TENTHS = 10;

  private final PrintStream out;
  private final boolean inPlace;
  private String stage = "";
  private long shown;

  ProgressBar(PrintStream out, boolean inPlace) {
    this.out = out;
    this.inPlace = inPlace;
  }

  /** Returns a bar that grows in place where there is a terminal. */
  @SuppressWarnings("SystemConsoleNull") // where it is there without one, the bar is a long line
  static ProgressBar on(PrintStream out) {
    return new ProgressBar(out, System.console() != null);
  }

  @Override
  public synchronized void update(String what, long done, long total) {
    if (!what.equals(stage)) {
      stage = what;
      shown = -1;
    }
    int steps = inPlace ? CELLS : TENTHS;
    long now = total > 0 ? steps * done / total : 0;
    if (now > shown) {
      shown = now;
      String line =
          String.format(
              Locale.ROOT,
              "%s [%s%s] %,d of %,d",
              what,
              "#".repeat((int) now),
              ".".repeat((int) (steps - now)),
              done,
              total);
      if (inPlace) {
        out.print("\r" + line + (done == total ? System.lineSeparator() : ""));
        out.flush();
      } else {
        out.println(line);
      }
    }
  }
}
