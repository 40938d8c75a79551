package io.artrec.llm.sentiment;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.text.analysis.TextAnalysis;
import java.nio.file.Path;
import java.util.Locale;

/** What files of trained analyzers have in common. */
final class SentimentFiles {
  private SentimentFiles() {}

  static void requireAnalysis(StateReader in, Path file, TextAnalysis analysis) {
    String trainedWith = in.getString("analysis");
    if (!trainedWith.equals(analysis.name())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "%s was trained with the analysis '%s', not with '%s'; load it with that analysis or train anew",
              file,
              trainedWith,
              analysis.name()));
    }
  }

  static double[] finite(StateReader in, Path file, String name, long length) {
    double[] values = in.getDoubles(name);
    if (values.length != length) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT, "%s holds %d %s, expected %d", file, values.length, name, length));
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new ModelFileException(
            String.format(Locale.ROOT, "%s holds %s among its %s", file, value, name));
      }
    }
    return values;
  }
}
