package io.artrec.text.subject;

import java.util.Objects;

/**
 * A subject that a record names.
 *
 * @param subject what is named
 * @param mention where and by which words
 * @param weight how much it counts, above 0 and at most 1: 1 in subjects, {@value
 *     SubjectFinder#TITLE} in titles, {@value SubjectFinder#DESCRIPTION} in descriptions, times
 *     {@value SubjectFinder#STEM} where only stems agree
 */
public record FoundSubject(Subject subject, Mention mention, double weight) {
  /** A part of a record. */
  public enum Field {
    /** The list of subjects. */
    SUBJECTS,
    /** The title. */
    TITLE,
    /** The description. */
    DESCRIPTION
  }

  /**
   * Where a subject is named.
   *
   * @param field the part of the record
   * @param words its words, as they stand there
   */
  public record Mention(Field field, String words) {
    /** Validates the parts. */
    public Mention {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(words, "words");
    }
  }

  /** Validates the parts. */
  public FoundSubject {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(mention, "mention");
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException(
          "weight of '" + subject + "' is " + weight + ", expected above 0 and at most 1");
    }
  }
}
