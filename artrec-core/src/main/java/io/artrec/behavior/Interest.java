package io.artrec.behavior;

import io.artrec.catalog.Trait;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much a visitor likes or dislikes an artist, a movement, a subject or a mood, and what that is
 * known from. Unlike what they {@linkplain ExplicitPreferences follow and block} it has a weight
 * and may be wrong. Immutable and thread-safe.
 */
public final class Interest {
  /** The most characters that a trait's name and a reference may have. */
  public static final int MOST_CHARACTERS = 200;

  /** What an interest is known from. */
  public enum Evidence {
    /** The visitor said so themselves, on a form say: it holds until they say otherwise. */
    STATED("stated"),
    /** What they wrote about works. */
    COMMENTS("comments"),
    /** What they searched for. */
    SEARCHES("searches"),
    /** Which works they liked or disliked. */
    HISTORY("history");

    private final String code;

    Evidence(String code) {
      this.code = code;
    }

    /**
     * Returns the stable name in files.
     *
     * @return the lower-case name
     */
    public String code() {
      return code;
    }

    /**
     * {@return the evidence with a code, or empty when there is none}
     *
     * @param code the code, for instance {@code "comments"}
     */
    public static Optional<Evidence> ofCode(String code) {
      for (Evidence evidence : values()) {
        if (evidence.code.equals(code)) {
          return Optional.of(evidence);
        }
      }
      return Optional.empty();
    }
  }

  private final Trait trait;
  private final double weight;
  private final Evidence evidence;
  private final Optional<Instant> time;
  private final Optional<String> reference;

  private Interest(
      Trait trait,
      double weight,
      Evidence evidence,
      Optional<Instant> time,
      Optional<String> reference) {
    this.trait = Objects.requireNonNull(trait, "trait");
    this.evidence = Objects.requireNonNull(evidence, "evidence");
    this.time = time;
    this.reference = reference;
    if (!(Math.abs(weight) <= 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the weight of interest in %s is %s, expected -1 to 1", trait, weight));
    }
    this.weight = weight;
    requireShort("the name of a trait of interest", trait.name());
    reference.ifPresent(text -> requireShort("the reference of an interest", text));
  }

  private static void requireShort(String what, String text) {
    if (text.isBlank()
        || text.length() > MOST_CHARACTERS
        || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s has %d characters, expected valid Unicode that is not blank, at most %d",
              what,
              text.length(),
              MOST_CHARACTERS));
    }
  }

  /**
   * {@return an interest that was found in what a visitor wrote, searched for or did; without a
   * time}
   *
   * @param trait what it is about, its name of at most {@value #MOST_CHARACTERS} characters
   * @param weight how much they like it, −1 (not at all) to 1
   * @param evidence what it is known from
   */
  public static Interest of(Trait trait, double weight, Evidence evidence) {
    return new Interest(trait, weight, evidence, Optional.empty(), Optional.empty());
  }

  /**
   * {@return an interest that a visitor stated}
   *
   * @param trait what it is about
   * @param weight how much they like it, −1 to 1; 0 says that neither is so
   */
  public static Interest stated(Trait trait, double weight) {
    return of(trait, weight, Evidence.STATED);
  }

  /**
   * {@return this interest with the time of its evidence, from which it fades}
   *
   * @param when the time; kept to the millisecond
   */
  public Interest at(Instant when) {
    Instant millis = when.truncatedTo(ChronoUnit.MILLIS);
    return new Interest(trait, weight, evidence, Optional.of(millis), reference);
  }

  /**
   * {@return this interest with a reference to its evidence: the id of the event, or of the
   * application's own record of a search, so that it can be shown to the visitor} Not the text.
   *
   * @param id at most {@value #MOST_CHARACTERS} characters
   */
  public Interest from(String id) {
    return new Interest(trait, weight, evidence, time, Optional.of(id));
  }

  /**
   * {@return this interest with another weight}
   *
   * @param other −1 to 1
   */
  public Interest weighing(double other) {
    return new Interest(trait, other, evidence, time, reference);
  }

  /**
   * Returns what the interest is about.
   *
   * @return the trait
   */
  public Trait trait() {
    return trait;
  }

  /** {@return how much the visitor likes it, −1 to 1, as it was when its evidence was new} */
  public double weight() {
    return weight;
  }

  /**
   * Returns what it is known from.
   *
   * @return the kind of evidence
   */
  public Evidence evidence() {
    return evidence;
  }

  /**
   * Returns when its evidence is from.
   *
   * @return the time; empty until it is kept
   */
  public Optional<Instant> time() {
    return time;
  }

  /**
   * Returns where its evidence can be looked up.
   *
   * @return the id of an event or a search
   */
  public Optional<String> reference() {
    return reference;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Interest that
        && trait.equals(that.trait)
        && Double.compare(weight, that.weight) == 0
        && evidence == that.evidence
        && time.equals(that.time)
        && reference.equals(that.reference);
  }

  @Override
  public int hashCode() {
    return Objects.hash(trait, weight, evidence.code, time, reference);
  }

  /** {@return the interest in English, for instance {@code subject sea 0.60 (comments)}} */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %.2f (%s)", trait, weight, evidence.code);
  }
}
