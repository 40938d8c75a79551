package io.artrec.log;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.behavior.Stance;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Trait;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * One thing that a log keeps. Immutable.
 *
 * <p>Kinds are added as the library grows. A log of one's own needs not tell them apart: it stores
 * {@link #toJson} or {@link #toBytes} and, so that it can be erased, {@link #user} and {@link
 * #agesFrom}, and gives back what {@link #parse} reads.
 */
public sealed interface Change
    permits Change.Recorded,
        Change.Cataloged,
        Change.Undone,
        Change.Preferred,
        Change.Learned,
        Change.Answered,
        Change.Position,
        Change.Mark {
  /**
   * A visitor did something.
   *
   * @param event the event; its texts are valid Unicode
   */
  record Recorded(Interaction event) implements Change {
    /** Validates the event. */
    public Recorded {
      event.requireValidText();
    }

    @Override
    public Optional<String> user() {
      return Optional.of(event.user());
    }

    @Override
    public OptionalLong agesFrom() {
      return event.time().stream().mapToLong(Instant::toEpochMilli).findFirst();
    }
  }

  /**
   * The catalogue changed.
   *
   * @param change how
   */
  record Cataloged(CatalogChange change) implements Change {
    /** Validates the change. */
    public Cataloged {
      Objects.requireNonNull(change, "change");
    }

    @Override
    public Optional<String> user() {
      return Optional.empty();
    }
  }

  /**
   * An event was taken back.
   *
   * @param visitor whose event, by id
   * @param eventId which one; it stays known, so that the same event is not recorded again
   */
  record Undone(String visitor, String eventId) implements Change {
    @Override
    public Optional<String> user() {
      return Optional.of(visitor);
    }
  }

  /**
   * A visitor chose to follow or block an artist, a movement or a subject, or to do so no longer.
   *
   * @param visitor who, by id, not blank
   * @param trait what it is about
   * @param stance what they chose; takes the place of what they chose about it before
   */
  record Preferred(String visitor, Trait trait, Stance stance) implements Change {
    /** Validates the parts. */
    public Preferred {
      Objects.requireNonNull(trait, "trait");
      Objects.requireNonNull(stance, "stance");
      if (visitor.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(visitor)) {
        throw new IllegalArgumentException(
            "the id of a visitor who chooses is '"
                + visitor
                + "', expected valid Unicode that is not blank");
      }
    }

    @Override
    public Optional<String> user() {
      return Optional.of(visitor);
    }
  }

  /**
   * Something was learned of what a visitor is interested in, or they said so.
   *
   * @param visitor who, by id, not blank
   * @param interest what is held from then on of its trait and kind of evidence, with its time
   * @param epochMillis when it was learned, in milliseconds since 1970-01-01T00:00Z
   */
  record Learned(String visitor, Interest interest, long epochMillis) implements Change {
    /** Validates the parts. */
    public Learned {
      if (interest.time().isEmpty()) {
        throw new IllegalArgumentException(
            "an interest in " + interest.trait() + " has no time, expected one to be kept");
      }
      if (visitor.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(visitor)) {
        throw new IllegalArgumentException(
            "the id of a visitor who is interested is '"
                + visitor
                + "', expected valid Unicode that is not blank");
      }
    }

    /**
     * Tells whether its evidence is older than a time; what was stated has none that ages.
     *
     * @param beforeEpochMillis the time, in milliseconds since 1970-01-01T00:00Z
     * @return whether it goes when what is older does
     */
    public boolean isOlderThan(long beforeEpochMillis) {
      return isOlder(interest, beforeEpochMillis);
    }

    /**
     * Tells the same of an interest.
     *
     * @param interest the interest
     * @param beforeEpochMillis the time, in milliseconds since 1970-01-01T00:00Z
     * @return whether it goes when what is older does
     */
    public static boolean isOlder(Interest interest, long beforeEpochMillis) {
      OptionalLong from = agesFrom(interest);
      return from.isPresent() && from.getAsLong() < beforeEpochMillis;
    }

    private static OptionalLong agesFrom(Interest interest) {
      return interest.evidence() == Interest.Evidence.STATED
          ? OptionalLong.empty()
          : interest.time().stream().mapToLong(Instant::toEpochMilli).findFirst();
    }

    @Override
    public OptionalLong agesFrom() {
      return agesFrom(interest);
    }

    @Override
    public Optional<String> user() {
      return Optional.of(visitor);
    }
  }

  /**
   * A visitor was shown an answer for which an arm had been drawn.
   *
   * @param visitor who, by id, not blank
   * @param answer what was drawn, with which probability, and which works were shown
   */
  record Answered(String visitor, DrawnAnswer answer) implements Change {
    /** Validates the parts. */
    public Answered {
      Objects.requireNonNull(answer, "answer");
      if (visitor.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(visitor)) {
        throw new IllegalArgumentException(
            "the id of a visitor who was answered is '"
                + visitor
                + "', expected valid Unicode that is not blank");
      }
    }

    /**
     * Tells whether it was shown before a time.
     *
     * @param beforeEpochMillis the time, in milliseconds since 1970-01-01T00:00Z
     * @return whether it goes when what is older does
     */
    public boolean isOlderThan(long beforeEpochMillis) {
      return answer.epochMillis() < beforeEpochMillis;
    }

    @Override
    public OptionalLong agesFrom() {
      return OptionalLong.of(answer.epochMillis());
    }

    @Override
    public Optional<String> user() {
      return Optional.of(visitor);
    }
  }

  /**
   * An outside stream of events was taken in up to a place.
   *
   * @param source the stream's name, not blank
   * @param offset the place of the last event that was taken in, 0 or more
   */
  record Position(String source, long offset) implements Change {
    /** Validates the parts. */
    public Position {
      if (source.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(source)) {
        throw new IllegalArgumentException(
            "the name of a stream is '" + source + "', expected valid Unicode that is not blank");
      }
      if (offset < 0) {
        throw new IllegalArgumentException(
            "the offset in stream '" + source + "' is " + offset + ", expected 0 or more");
      }
    }

    @Override
    public Optional<String> user() {
      return Optional.empty();
    }
  }

  /**
   * Says that changes before it are erased, and goes on saying so to older files that still hold
   * them: a log keeps its marks for its life.
   */
  sealed interface Mark extends Change permits Forgotten, OptedOut, OptedIn, Expired {
    /**
     * Tells whether an event that came before this mark is erased.
     *
     * @param event the event
     * @param pseudonym what makes a pseudonym of a visitor's id, as {@link ChangeLog#pseudonym}
     * @return whether it must go
     */
    boolean erases(Interaction event, UnaryOperator<String> pseudonym);

    /**
     * {@return the pseudonym of the visitor of whom it erases everything; empty when it is not
     * about all of one visitor}
     */
    default Optional<String> erasedPseudonym() {
      return Optional.empty();
    }

    /**
     * Tells whether a change of any kind that came before this mark is erased. Marks never are.
     *
     * @param change the change
     * @param pseudonym what makes a pseudonym of a visitor's id, as {@link ChangeLog#pseudonym}
     * @return whether it must go
     */
    default boolean erases(Change change, UnaryOperator<String> pseudonym) {
      return change instanceof Recorded recorded && erases(recorded.event(), pseudonym);
    }

    @Override
    default Optional<String> user() {
      return Optional.empty();
    }
  }

  /**
   * A visitor was forgotten; what other files hold of them from before must not come back.
   *
   * @param pseudonym what {@link ChangeLog#pseudonym} makes of the visitor's id
   * @param epochMillis when, in milliseconds since 1970-01-01T00:00Z
   */
  record Forgotten(String pseudonym, long epochMillis) implements Mark {
    /** Validates the parts. */
    public Forgotten {
      if (pseudonym.isBlank()) {
        throw new IllegalArgumentException("the pseudonym of a forgotten visitor is blank");
      }
    }

    @Override
    public Optional<String> erasedPseudonym() {
      return Optional.of(pseudonym);
    }

    @Override
    public boolean erases(Interaction event, UnaryOperator<String> pseudonyms) {
      return pseudonym.equals(pseudonyms.apply(event.user()));
    }

    @Override
    public boolean erases(Change change, UnaryOperator<String> pseudonyms) {
      return change.user().map(pseudonyms).filter(pseudonym::equals).isPresent();
    }
  }

  /**
   * A visitor has opted out: they are forgotten, and nothing of them is recorded until they opt in.
   *
   * @param pseudonym what {@link ChangeLog#pseudonym} makes of the visitor's id
   * @param epochMillis when, in milliseconds since 1970-01-01T00:00Z
   */
  record OptedOut(String pseudonym, long epochMillis) implements Mark {
    @Override
    public Optional<String> erasedPseudonym() {
      return Optional.of(pseudonym);
    }

    @Override
    public boolean erases(Interaction event, UnaryOperator<String> pseudonyms) {
      return pseudonym.equals(pseudonyms.apply(event.user()));
    }

    @Override
    public boolean erases(Change change, UnaryOperator<String> pseudonyms) {
      return change.user().map(pseudonyms).filter(pseudonym::equals).isPresent();
    }
  }

  /**
   * A visitor who had opted out may be recorded again. Erases nothing.
   *
   * @param pseudonym what {@link ChangeLog#pseudonym} makes of the visitor's id
   * @param epochMillis when, in milliseconds since 1970-01-01T00:00Z
   */
  record OptedIn(String pseudonym, long epochMillis) implements Mark {
    @Override
    public boolean erases(Interaction event, UnaryOperator<String> pseudonyms) {
      return false;
    }
  }

  /**
   * What visitors did before a time is kept no longer, nor what was learned of their interests from
   * it, nor which answers had been drawn for them. Events without a time stay.
   *
   * @param beforeEpochMillis events that are older go, in milliseconds since 1970-01-01T00:00Z
   */
  record Expired(long beforeEpochMillis) implements Mark {
    @Override
    public boolean erases(Interaction event, UnaryOperator<String> pseudonym) {
      return event.time().filter(time -> time.toEpochMilli() < beforeEpochMillis).isPresent();
    }

    @Override
    public boolean erases(Change change, UnaryOperator<String> pseudonym) {
      OptionalLong from = change.agesFrom();
      return from.isPresent() && from.getAsLong() < beforeEpochMillis;
    }
  }

  /**
   * Returns whose change this is.
   *
   * @return the visitor's id; empty when it is nobody's
   */
  Optional<String> user();

  /**
   * Returns when what this change tells of happened, for those that go when what is older than a
   * time does.
   *
   * @return the time in milliseconds since 1970-01-01T00:00Z; empty when it is kept at any age
   */
  default OptionalLong agesFrom() {
    return OptionalLong.empty();
  }

  /**
   * Returns this change as text.
   *
   * @return a JSON object on one line
   */
  default String toJson() {
    return ChangeJson.write(this).toString();
  }

  /**
   * Returns this change in fewer bytes than {@link #toJson}; so do logs in files keep it.
   *
   * @return the bytes; of events in a form of their own, of all else JSON in UTF-8
   */
  default byte[] toBytes() {
    return ChangeBytes.write(this);
  }

  /**
   * Reads a change.
   *
   * @param bytes what {@link #toBytes} gave, or {@link #toJson} in UTF-8 of what is no event
   * @return the change
   * @throws LogException when it is no change that this version knows
   */
  static Change parse(byte[] bytes) {
    return ChangeBytes.read(bytes);
  }

  /**
   * Reads a change.
   *
   * @param json what {@link #toJson} gave
   * @return the change
   * @throws LogException when it is no change that this version knows
   */
  static Change parse(String json) {
    try {
      return ChangeJson.read(JsonParser.parseString(json).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException e) {
      throw new LogException("not a change: " + e, e);
    }
  }
}
