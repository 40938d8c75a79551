package io.artrec;

import java.nio.file.Path;
import java.util.List;

/**
 * What was erased: of a visitor, or of everybody what is older than a time.
 *
 * @param trainedEvents events in the training data, which the strategies gave up with all they
 *     learned from them
 * @param liveEvents events recorded since
 * @param loggedEvents events in the log, from which they were removed
 * @param modelFiles model files of this recommender that were written again without it
 * @param pending whether what strategies learned, and model files, still wait for a training under
 *     way elsewhere, after which they follow; answers, events and log never wait. {@link
 *     Recommender#awaitForgotten} waits for it
 */
public record ForgetReport(
    int trainedEvents, int liveEvents, int loggedEvents, List<Path> modelFiles, boolean pending) {
  /** Copies the list. */
  public ForgetReport {
    modelFiles = List.copyOf(modelFiles);
  }
}
