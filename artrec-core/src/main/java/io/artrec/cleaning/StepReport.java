package io.artrec.cleaning;

import java.util.List;
import java.util.Locale;

/**
 * What one step of a cleaning did.
 *
 * @param step the step and its rule, for instance {@code duplicates}
 * @param why why rows were dropped or changed
 * @param dropped rows dropped
 * @param changed rows whose value was changed
 * @param examples up to five of these rows in words
 */
public record StepReport(
    String step, String why, long dropped, long changed, List<String> examples) {
  private static final int WIDTH = 80;

  /** Copies the examples. */
  public StepReport {
    examples = List.copyOf(examples);
  }

  /** Returns the report in lines of at most 80 characters. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    String counts =
        String.format(Locale.ROOT, "  %s: %,d dropped, %,d changed", step, dropped, changed);
    text.append(cut(counts));
    if (dropped + changed > 0) {
      text.append('\n').append(cut("    because " + why));
      for (String example : examples) {
        text.append('\n').append(cut("    - " + example));
      }
    }
    return text.toString();
  }

  private static String cut(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 3) + "...";
  }
}
