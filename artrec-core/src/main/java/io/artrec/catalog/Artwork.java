package io.artrec.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One work of a collection: an id, a title, and whatever else is known. Immutable and thread-safe;
 * two artworks are equal when all their fields are.
 *
 * <p>Only id and title are required. Lists keep their order and drop repeated and blank entries;
 * what is unknown is empty.
 */
public final class Artwork {
  /**
   * The attribute by which records say that they are of one work, as a photograph in color, an old
   * gray one and a detail are: they share its value, and an answer holds one of them.
   */
  public static final String WORK_ATTRIBUTE = "work";

  /** The attribute by which records say which moods a work has, for instance {@code calm}. */
  public static final String MOOD_ATTRIBUTE = "mood";

  private final String id;
  private final String title;
  private final List<ArtistCredit> artists;
  private final @Nullable YearRange created;
  private final List<String> movements;
  private final @Nullable String genre;
  private final @Nullable String medium;
  private final List<String> techniques;
  private final List<String> subjects;
  private final @Nullable String description;
  private final @Nullable Dimensions dimensions;
  private final @Nullable Orientation orientation;
  private final Offer offer;
  private final @Nullable String image;
  private final Map<String, List<String>> attributes;

  private Artwork(Builder builder) {
    id = builder.id;
    title = builder.title;
    artists = List.copyOf(builder.artists);
    created = builder.created;
    movements = List.copyOf(builder.movements);
    genre = builder.genre;
    medium = builder.medium;
    techniques = List.copyOf(builder.techniques);
    subjects = List.copyOf(builder.subjects);
    description = builder.description;
    dimensions = builder.dimensions;
    orientation = builder.orientation;
    offer = builder.offer;
    image = builder.image;
    Map<String, List<String>> copy = new LinkedHashMap<>();
    builder.attributes.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    attributes = Collections.unmodifiableMap(copy);
  }

  /**
   * Starts an artwork.
   *
   * @param id the id that names the work everywhere outside, not blank
   * @param title the title, not blank
   * @return a builder
   */
  public static Builder builder(String id, String title) {
    return new Builder(id, title);
  }

  /**
   * Starts a copy of this artwork.
   *
   * @return a builder that holds this artwork's fields
   */
  public Builder toBuilder() {
    Builder copy = new Builder(id, title);
    copy.artists.addAll(artists);
    copy.created = created;
    copy.movements.addAll(movements);
    copy.genre = genre;
    copy.medium = medium;
    copy.techniques.addAll(techniques);
    copy.subjects.addAll(subjects);
    copy.description = description;
    copy.dimensions = dimensions;
    copy.orientation = orientation;
    copy.offer = offer;
    copy.image = image;
    attributes.forEach(copy::attribute);
    return copy;
  }

  /** {@return the id, unique within a catalogue} */
  public String id() {
    return id;
  }

  /** {@return the title as written} */
  public String title() {
    return title;
  }

  /**
   * {@return the words of the title that say something of the work, which is what features of texts
   * read; empty where it only says that there is none ({@code [title not known]}, {@code Untitled
   * 5}), and without that where it says more ({@code Untitled (grey and brown)})}
   */
  public String titleWords() {
    return Titles.withoutPlaceholder(title);
  }

  /**
   * Returns what names the series of near-identical works that this one belongs to, as far as its
   * record shows. Records with the same {@link #WORK_ATTRIBUTE} are of one series whatever else
   * they say. Others of the same first artist are when their titles
   *
   * <ul>
   *   <li>are the same but for the number of a plate, sheet, state or version, or
   *   <li>only say that there is none, or
   *   <li>are the same but for a number that is no year, with the same known medium and the same
   *       years where there are any, or
   *   <li>are the same, with the same medium and years, both known.
   * </ul>
   *
   * @return a key that works of the same series share, or empty
   */
  public Optional<String> series() {
    return Titles.series(this);
  }

  /** {@return the artists with their qualifiers, in the record's order} */
  public List<ArtistCredit> artists() {
    return artists;
  }

  /**
   * Returns when the work was made.
   *
   * @return the years, or empty when unknown
   */
  public Optional<YearRange> created() {
    return Optional.ofNullable(created);
  }

  /** {@return the movements the work is counted among, for instance {@code Impressionism}} */
  public List<String> movements() {
    return movements;
  }

  /** {@return the genre, for instance {@code landscape}} */
  public Optional<String> genre() {
    return Optional.ofNullable(genre);
  }

  /** {@return the medium as written, for instance {@code Oil on canvas}} */
  public Optional<String> medium() {
    return Optional.ofNullable(medium);
  }

  /** {@return the techniques, for instance {@code impasto}} */
  public List<String> techniques() {
    return techniques;
  }

  /**
   * Returns what the work shows.
   *
   * @return the subjects, for instance {@code bridge}
   */
  public List<String> subjects() {
    return subjects;
  }

  /**
   * Returns the text about the work.
   *
   * @return the description
   */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /** {@return the size in cm} */
  public Optional<Dimensions> dimensions() {
    return Optional.ofNullable(dimensions);
  }

  /** {@return the orientation: the stated one, else the one that width and height give} */
  public Optional<Orientation> orientation() {
    if (orientation != null || dimensions == null) {
      return Optional.ofNullable(orientation);
    }
    OptionalDouble width = dimensions.width();
    OptionalDouble height = dimensions.height();
    return width.isPresent() && height.isPresent()
        ? Optional.of(Orientation.of(width.getAsDouble(), height.getAsDouble()))
        : Optional.empty();
  }

  /**
   * Returns what changes about the work from day to day: price, availability, stock, edition.
   *
   * @return the offer
   */
  public Offer offer() {
    return offer;
  }

  /**
   * Returns what the record says of the work itself.
   *
   * @return this artwork with nothing offered
   */
  public Artwork withoutOffer() {
    return toBuilder().offer(Offer.unknown()).build();
  }

  /** {@return the price with its currency} */
  public Optional<Price> price() {
    return offer.price();
  }

  /**
   * Returns whether the work can be had or seen.
   *
   * @return the availability, {@link Availability#UNKNOWN} when the record does not say
   */
  public Availability availability() {
    return offer.availability();
  }

  /**
   * Returns where the image is, for instance a path relative to the image folder.
   *
   * @return the image reference
   */
  public Optional<String> image() {
    return Optional.ofNullable(image);
  }

  /**
   * Returns everything else the record says, by name.
   *
   * @return free attributes, each with one or more values, in the record's order
   */
  public Map<String, List<String>> attributes() {
    return attributes;
  }

  private List<@Nullable Object> fields() {
    List<@Nullable Object> fields = new ArrayList<>();
    Collections.addAll(fields, id, title, artists, created, movements, genre, medium, techniques);
    Collections.addAll(fields, subjects, description, dimensions, orientation);
    Collections.addAll(fields, offer, image, attributes);
    return fields;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || (other instanceof Artwork that && fields().equals(that.fields()));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id + " (" + title + ")";
  }

  /** Collects the fields of an {@link Artwork}; every setter validates at once. Not thread-safe. */
  public static final class Builder {
    private final String id;
    private final String title;
    private final LinkedHashSet<ArtistCredit> artists = new LinkedHashSet<>();
    private @Nullable YearRange created;
    private final LinkedHashSet<String> movements = new LinkedHashSet<>();
    private @Nullable String genre;
    private @Nullable String medium;
    private final LinkedHashSet<String> techniques = new LinkedHashSet<>();
    private final LinkedHashSet<String> subjects = new LinkedHashSet<>();
    private @Nullable String description;
    private @Nullable Dimensions dimensions;
    private @Nullable Orientation orientation;
    private Offer offer = Offer.unknown();
    private @Nullable String image;
    private final Map<String, LinkedHashSet<String>> attributes = new LinkedHashMap<>();

    private Builder(String id, String title) {
      if (id.isBlank()) {
        throw new IllegalArgumentException("artwork id is blank (title '" + title + "')");
      }
      if (title.isBlank()) {
        throw new IllegalArgumentException("title is blank (artwork '" + id + "')");
      }
      this.id = id;
      this.title = title;
    }

    /**
     * Adds an artist by name.
     *
     * @param name the artist's name
     * @return this builder
     */
    public Builder artist(String name) {
      return artist(ArtistCredit.by(name));
    }

    /**
     * Adds an artist with a qualifier.
     *
     * @param credit the artist
     * @return this builder
     */
    public Builder artist(ArtistCredit credit) {
      artists.add(Objects.requireNonNull(credit, "credit"));
      return this;
    }

    /**
     * Sets when the work was made.
     *
     * @param years the years
     * @return this builder
     */
    public Builder created(YearRange years) {
      created = Objects.requireNonNull(years, "years");
      return this;
    }

    /**
     * Adds a movement.
     *
     * @param movement the movement
     * @return this builder
     */
    public Builder movement(String movement) {
      addText(movements, movement);
      return this;
    }

    /**
     * Sets the genre.
     *
     * @param text the genre
     * @return this builder
     */
    public Builder genre(String text) {
      genre = blankToNull(text);
      return this;
    }

    /**
     * Sets the medium.
     *
     * @param text the medium
     * @return this builder
     */
    public Builder medium(String text) {
      medium = blankToNull(text);
      return this;
    }

    /**
     * Adds a technique.
     *
     * @param technique the technique
     * @return this builder
     */
    public Builder technique(String technique) {
      addText(techniques, technique);
      return this;
    }

    /**
     * Adds a subject.
     *
     * @param subject what the work shows
     * @return this builder
     */
    public Builder subject(String subject) {
      addText(subjects, subject);
      return this;
    }

    /**
     * Sets the description.
     *
     * @param text the text
     * @return this builder
     */
    public Builder description(String text) {
      description = blankToNull(text);
      return this;
    }

    /**
     * Sets the size.
     *
     * @param size the size in cm
     * @return this builder
     */
    public Builder dimensions(Dimensions size) {
      dimensions = Objects.requireNonNull(size, "size");
      return this;
    }

    /**
     * States the orientation, over the one that width and height give.
     *
     * @param stated the orientation
     * @return this builder
     */
    public Builder orientation(Orientation stated) {
      orientation = Objects.requireNonNull(stated, "stated");
      return this;
    }

    /**
     * Sets the price.
     *
     * @param amount the price
     * @return this builder
     */
    public Builder price(Price amount) {
      offer = offer.price(Objects.requireNonNull(amount, "amount"));
      return this;
    }

    /**
     * Sets whether the work can be had or seen.
     *
     * @param state the availability
     * @return this builder
     */
    public Builder availability(Availability state) {
      offer = offer.availability(Objects.requireNonNull(state, "state"));
      return this;
    }

    /**
     * Sets price, availability, stock and edition.
     *
     * @param terms the offer
     * @return this builder
     */
    public Builder offer(Offer terms) {
      offer = Objects.requireNonNull(terms, "terms");
      return this;
    }

    /**
     * Sets where the image is.
     *
     * @param reference the image reference
     * @return this builder
     */
    public Builder image(String reference) {
      image = blankToNull(reference);
      return this;
    }

    /**
     * Adds a value of a free attribute.
     *
     * @param name the attribute, for instance {@code palette}
     * @param value the value
     * @return this builder
     */
    public Builder attribute(String name, String value) {
      if (name.isBlank()) {
        throw new IllegalArgumentException("attribute name is blank (artwork '" + id + "')");
      }
      if (!value.isBlank()) {
        attributes.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(value.strip());
      }
      return this;
    }

    /**
     * Adds values of a free attribute.
     *
     * @param name the attribute
     * @param values the values
     * @return this builder
     */
    public Builder attribute(String name, Collection<String> values) {
      values.forEach(value -> attribute(name, value));
      return this;
    }

    /**
     * Finishes the artwork.
     *
     * @return the artwork
     */
    public Artwork build() {
      return new Artwork(this);
    }

    private static void addText(Collection<String> list, String text) {
      if (!text.isBlank()) {
        list.add(text.strip());
      }
    }

    private static @Nullable String blankToNull(String text) {
      return text.isBlank() ? null : text.strip();
    }
  }
}
