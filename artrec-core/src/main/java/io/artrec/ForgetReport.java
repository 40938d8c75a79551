package io.artrec;

import java.nio.file.Path;
import java.util.List;

/**
 * What was erased of a visitor.
 *
 * @param trainedEvents events in the training data, on which the strategies were retrained without
 *     them
 * @param liveEvents events recorded since
 * @param journalEvents events in the journal file, which was rewritten
 * @param modelFiles model files of this recommender that were written again without the visitor
 */
public record ForgetReport(
    int trainedEvents, int liveEvents, int journalEvents, List<Path> modelFiles) {
  /** Copies the list. */
  public ForgetReport {
    modelFiles = List.copyOf(modelFiles);
  }
}
