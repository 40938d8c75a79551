package io.artrec.log;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.artrec.behavior.Interaction;
import io.artrec.catalog.CatalogChange;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that a log keeps. Immutable.
 *
 * <p>Kinds are added as the library grows. A log of one's own needs not tell them apart: it stores
 * {@link #toJson} and, so that a visitor can be erased, {@link #user}, and gives back what {@link
 * #parse} reads.
 */
public sealed interface Change permits Change.Recorded, Change.Cataloged, Change.Forgotten {
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
   * A visitor was forgotten; what other files hold of them from before must not come back.
   *
   * @param pseudonym what {@link ChangeLog#pseudonym} makes of the visitor's id
   * @param epochMillis when, in milliseconds since 1970-01-01T00:00Z
   */
  record Forgotten(String pseudonym, long epochMillis) implements Change {
    /** Validates the parts. */
    public Forgotten {
      if (pseudonym.isBlank()) {
        throw new IllegalArgumentException("the pseudonym of a forgotten visitor is blank");
      }
    }

    @Override
    public Optional<String> user() {
      return Optional.empty();
    }
  }

  /**
   * Returns whose change this is.
   *
   * @return the visitor's id; empty when it is nobody's
   */
  Optional<String> user();

  /**
   * Returns this change as text.
   *
   * @return a JSON object on one line
   */
  default String toJson() {
    return ChangeJson.write(this).toString();
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
