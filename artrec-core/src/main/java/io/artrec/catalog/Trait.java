package io.artrec.catalog;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that works have in common and that can be named: an artist, a movement, a subject or a
 * mood. Names are compared whole, without regard to case or to how accents are encoded, as filters
 * compare them; an artist's life dates behind the name do not count, as in catalogues. Immutable
 * and thread-safe; equal where kind and name are the same in that sense.
 */
public final class Trait {
  /** What sort of thing a trait is. */
  public enum Kind {
    /** Who made the work. */
    ARTIST("artist"),
    /** The movement, style or school that the work is counted among. */
    MOVEMENT("movement"),
    /** What the work shows. */
    SUBJECT("subject"),
    /** The mood that the work is said to have, by its {@link Artwork#MOOD_ATTRIBUTE}. */
    MOOD("mood");

    private final String code;

    Kind(String code) {
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
     * {@return the kind with a code, or empty when there is none}
     *
     * @param code the code, for instance {@code "artist"}
     */
    public static Optional<Kind> ofCode(String code) {
      for (Kind kind : values()) {
        if (kind.code.equals(code)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  private final Kind kind;
  private final String name;
  private final String key;

  private Trait(Kind kind, String name) {
    this.kind = Objects.requireNonNull(kind, "kind");
    this.name = name.strip();
    key = Normalizer.normalize(this.name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static Trait checked(Kind kind, String name) {
    if (name.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      throw new IllegalArgumentException(
          "the name of a trait is '" + name + "', expected valid Unicode that is not blank");
    }
    return new Trait(kind, name);
  }

  /**
   * {@return a trait}
   *
   * @param kind what sort of thing it is
   * @param name its name, not blank
   */
  public static Trait of(Kind kind, String name) {
    return kind == Kind.ARTIST ? artist(name) : checked(kind, name);
  }

  /**
   * Returns what works by an artist have in common.
   *
   * @param name the artist's name, not blank; life dates behind it do not count
   * @return the trait
   */
  public static Trait artist(String name) {
    return checked(
        Kind.ARTIST,
        ArtistNames.credit(name)
            .filter(credit -> credit.qualifier() == ArtistCredit.Qualifier.BY)
            .map(ArtistCredit::name)
            .orElse(name));
  }

  /**
   * Returns what works of a movement have in common.
   *
   * @param name the movement, not blank
   * @return the trait
   */
  public static Trait movement(String name) {
    return checked(Kind.MOVEMENT, name);
  }

  /**
   * Returns what works that show something have in common.
   *
   * @param name the subject, not blank
   * @return the trait
   */
  public static Trait subject(String name) {
    return checked(Kind.SUBJECT, name);
  }

  /**
   * Returns what works of a mood have in common.
   *
   * @param name the mood, not blank
   * @return the trait
   */
  public static Trait mood(String name) {
    return checked(Kind.MOOD, name);
  }

  /**
   * Returns what a work's record says of it: the artists who made it, but not those it is only
   * attributed to or made after, its movements, its subjects and its moods.
   *
   * @param artwork the work
   * @return the traits, spelled as the record spells them
   */
  public static List<Trait> of(Artwork artwork) {
    List<Trait> traits = new ArrayList<>();
    for (ArtistCredit credit : artwork.artists()) {
      if (credit.qualifier() == ArtistCredit.Qualifier.BY) {
        traits.add(new Trait(Kind.ARTIST, credit.name()));
      }
    }
    artwork.movements().forEach(name -> traits.add(new Trait(Kind.MOVEMENT, name)));
    artwork.subjects().forEach(name -> traits.add(new Trait(Kind.SUBJECT, name)));
    artwork
        .attributes()
        .getOrDefault(Artwork.MOOD_ATTRIBUTE, List.of())
        .forEach(name -> traits.add(new Trait(Kind.MOOD, name)));
    return traits;
  }

  /**
   * Returns what a work's record names in any way: as {@link #of(Artwork)}, and artists however
   * qualified.
   *
   * @param artwork the work
   * @return the traits, spelled as the record spells them
   */
  public static List<Trait> namedBy(Artwork artwork) {
    List<Trait> traits = new ArrayList<>(of(artwork));
    for (ArtistCredit credit : artwork.artists()) {
      if (credit.qualifier() != ArtistCredit.Qualifier.BY) {
        traits.add(new Trait(Kind.ARTIST, credit.name()));
      }
    }
    return traits;
  }

  /** {@return what sort of thing this is} */
  public Kind kind() {
    return kind;
  }

  /** {@return the name as it was given, without life dates} */
  public String name() {
    return name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Trait that && kind == that.kind && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return 31 * kind.code.hashCode() + key.hashCode();
  }

  /** {@return the trait in English, for instance {@code artist Claude Monet}} */
  @Override
  public String toString() {
    return kind.code + " " + name;
  }
}
