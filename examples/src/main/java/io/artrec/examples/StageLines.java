package io.artrec.examples;

import io.artrec.task.Progress;
import java.io.PrintStream;

/** Prints a line when a stage of long work begins; stages that go on are not repeated. */
final class StageLines implements Progress {
  private final PrintStream out;
  private String last = "";

  StageLines(PrintStream out) {
    this.out = out;
  }

  @Override
  public synchronized void update(String stage, long done, long total) {
    if (!stage.equals(last) && !stage.equals("experiment")) {
      last = stage;
      out.println(stage + " ...");
    }
  }
}
