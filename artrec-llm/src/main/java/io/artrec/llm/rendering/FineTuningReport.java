package io.artrec.llm.rendering;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** What went into the files of fine-tuning data. Immutable. */
public final class FineTuningReport {
  /** A part of the data, one file each. */
  public enum Part {
    /** What to learn from. */
    TRAIN,
    /** What tells when to end. */
    VALIDATION,
    /** What tells how good it is, looked at once. */
    TEST
  }

  private final Map<Part, Long> examples;
  private final Map<Part, Integer> visitors;
  private final long outsideTheirTime;

  FineTuningReport(Map<Part, Long> examples, Map<Part, Integer> visitors, long outsideTheirTime) {
    this.examples = Collections.unmodifiableMap(new EnumMap<>(examples));
    this.visitors = Collections.unmodifiableMap(new EnumMap<>(visitors));
    this.outsideTheirTime = outsideTheirTime;
  }

  /**
   * Returns how many examples a file has.
   *
   * @param part the file
   * @return its lines
   */
  public long examples(Part part) {
    return examples.getOrDefault(part, 0L);
  }

  /**
   * {@return of how many visitors a file has examples}
   *
   * @param part the file
   */
  public int visitors(Part part) {
    return visitors.getOrDefault(part, 0);
  }

  /**
   * {@return how many events could have been answers but are outside the time of their visitor's
   * part, which is the price of a split by visitor and time}
   */
  public long outsideTheirTime() {
    return outsideTheirTime;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Part part : Part.values()) {
      text.append(text.isEmpty() ? "" : "; ")
          .append(part)
          .append(": ")
          .append(examples(part))
          .append(" examples of ")
          .append(visitors(part))
          .append(" visitors");
    }
    return text + "; " + outsideTheirTime + " events outside their part's time";
  }
}
