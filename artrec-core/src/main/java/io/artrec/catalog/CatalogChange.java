package io.artrec.catalog;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Objects;

/**
 * One change of a catalogue. Immutable. A shop's feed is a list of them, applied in order and as a
 * whole.
 */
public sealed interface CatalogChange {
  /**
   * A work that the catalogue does not hold comes, or one that it holds is described anew.
   *
   * @param artwork the work
   * @param is whether it must be new, must be there, or may be either
   */
  record Put(Artwork artwork, Presence is) implements CatalogChange {
    /** Validates the parts. */
    public Put {
      Objects.requireNonNull(artwork, "artwork");
      Objects.requireNonNull(is, "is");
    }

    @Override
    public String id() {
      return artwork.id();
    }
  }

  /**
   * A work is offered otherwise. Nothing is encoded again.
   *
   * @param id the artwork's id
   * @param offer all of price, availability, stock and edition
   */
  record Offered(String id, Offer offer) implements CatalogChange {
    /** Validates the parts. */
    public Offered {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(offer, "offer");
    }
  }

  /**
   * A work is no longer recommended. It stays what it was in the histories of visitors.
   *
   * @param id the artwork's id
   */
  record Withdrawn(String id) implements CatalogChange {
    /** Validates the id. */
    public Withdrawn {
      Objects.requireNonNull(id, "id");
    }
  }

  /** Whether a work must be in the catalogue before it is put there. */
  enum Presence {
    /** It must not be there. */
    NEW,
    /** It must be there. */
    KNOWN,
    /** It may be there or not. */
    EITHER
  }

  /**
   * {@return the change by which a work comes that the catalogue does not hold}
   *
   * @param artwork the work
   */
  static CatalogChange add(Artwork artwork) {
    return new Put(artwork, Presence.NEW);
  }

  /**
   * {@return the change by which a work of the catalogue is described anew; one that was withdrawn
   * is recommended again}
   *
   * @param artwork the work
   */
  static CatalogChange replace(Artwork artwork) {
    return new Put(artwork, Presence.KNOWN);
  }

  /**
   * {@return the change by which a work comes, or is described anew: what a feed says that does not
   * know what the catalogue holds}
   *
   * @param artwork the work
   */
  static CatalogChange put(Artwork artwork) {
    return new Put(artwork, Presence.EITHER);
  }

  /**
   * {@return the change by which a work is offered otherwise}
   *
   * @param id the artwork's id
   * @param offer price, availability, stock and edition; usually {@code artwork.offer()} with
   *     something changed
   */
  static CatalogChange offer(String id, Offer offer) {
    return new Offered(id, offer);
  }

  /**
   * {@return the change by which a work is no longer recommended}
   *
   * @param id the artwork's id
   */
  static CatalogChange withdraw(String id) {
    return new Withdrawn(id);
  }

  /**
   * Returns which work changes.
   *
   * @return the artwork's id
   */
  String id();

  /**
   * Returns this change as text.
   *
   * @return a JSON object on one line
   */
  default String toJson() {
    JsonObject json = new JsonObject();
    if (this instanceof Put put) {
      json.add("put", ArtworkJson.write(put.artwork()));
      json.addProperty("is", put.is().name());
    } else if (this instanceof Offered offered) {
      json.addProperty("offered", offered.id());
      json.add("offer", ArtworkJson.write(offered.offer()));
    } else {
      json.addProperty("withdrawn", id());
    }
    return json.toString();
  }

  /**
   * Reads a change.
   *
   * @param json what {@link #toJson} gave
   * @return the equal change
   * @throws IllegalArgumentException when it is anything else
   */
  static CatalogChange parse(String json) {
    try {
      JsonObject object = JsonParser.parseString(json).getAsJsonObject();
      if (object.has("put")) {
        return new Put(
            ArtworkJson.read(object.getAsJsonObject("put")),
            Presence.valueOf(object.get("is").getAsString()));
      }
      return object.has("offered")
          ? new Offered(
              object.get("offered").getAsString(),
              ArtworkJson.offer(object.getAsJsonObject("offer")))
          : new Withdrawn(object.get("withdrawn").getAsString());
    } catch (RuntimeException e) {
      throw new IllegalArgumentException("not a change of a catalogue: " + e, e);
    }
  }
}
