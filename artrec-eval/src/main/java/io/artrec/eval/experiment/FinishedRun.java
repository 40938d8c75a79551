package io.artrec.eval.experiment;

import java.util.List;

/** A run, and what a reader of its numbers must know. */
record FinishedRun(RunResult result, List<String> notes) {
  FinishedRun {
    notes = List.copyOf(notes);
  }
}
