package io.artrec.strategy;

import io.artrec.behavior.Earnings;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an asking beside who asks: the language of the request, the application's tag,
 * the variant of an experiment, and what arms that are drawn earned so far. Immutable and
 * thread-safe.
 */
public final class Circumstances {
  private static final Circumstances NONE =
      new Circumstances(Locale.ENGLISH, Optional.empty(), Optional.empty(), Earnings.none());

  private final Locale language;
  private final Optional<String> tag;
  private final Optional<String> variant;
  private final Earnings earnings;

  private Circumstances(
      Locale language, Optional<String> tag, Optional<String> variant, Earnings earnings) {
    this.language = Objects.requireNonNull(language, "language");
    this.tag = Objects.requireNonNull(tag, "tag");
    this.variant = Objects.requireNonNull(variant, "variant");
    this.earnings = Objects.requireNonNull(earnings, "earnings");
  }

  /**
   * Returns circumstances of which nothing is known: English, no tag, no variant, no experience.
   *
   * @return the empty circumstances
   */
  public static Circumstances none() {
    return NONE;
  }

  /**
   * {@return these circumstances in another language}
   *
   * @param locale the request's
   */
  public Circumstances language(Locale locale) {
    return new Circumstances(locale, tag, variant, earnings);
  }

  /**
   * {@return these circumstances with another tag}
   *
   * @param group the application's own name of the asker's group; empty for none
   */
  public Circumstances tag(Optional<String> group) {
    return new Circumstances(language, group, variant, earnings);
  }

  /**
   * {@return these circumstances in another variant}
   *
   * @param name the variant's name; empty for none
   */
  public Circumstances variant(Optional<String> name) {
    return new Circumstances(language, tag, name, earnings);
  }

  /**
   * {@return these circumstances with another experience}
   *
   * @param earned what arms earned
   */
  public Circumstances earnings(Earnings earned) {
    return new Circumstances(language, tag, variant, earned);
  }

  /**
   * Returns the language of the request.
   *
   * @return the locale
   */
  public Locale language() {
    return language;
  }

  /**
   * Returns in which group the application counts the asker.
   *
   * @return the tag; empty when none was set
   */
  public Optional<String> tag() {
    return tag;
  }

  /**
   * Returns which variant of an experiment is asked for.
   *
   * @return its name; empty outside of experiments
   */
  public Optional<String> variant() {
    return variant;
  }

  /**
   * Returns what arms earned.
   *
   * @return the experience of the moment
   */
  public Earnings earnings() {
    return earnings;
  }
}
