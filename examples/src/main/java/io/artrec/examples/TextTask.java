package io.artrec.examples;

import io.artrec.task.Progress;
import java.util.List;

/** Something done to every text. */
interface TextTask {
  /** What the columns of the rows are called. */
  List<String> header();

  /** One row for each text, in order; cells of a text without an answer are empty. */
  List<List<String>> rows(List<String> texts, Progress progress);

  /** What is worth saying of all texts together, for people; nothing unless overridden. */
  default List<String> remarks() {
    return List.of();
  }
}
