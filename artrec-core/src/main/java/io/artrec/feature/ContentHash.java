package io.artrec.feature;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Offer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * SHA-256 over content in an encoding of its own: every field named, every text with its length, so
 * that nothing runs together.
 */
final class ContentHash {
  private final MessageDigest digest;

  private ContentHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String ofBytes(byte[] bytes) {
    ContentHash hash = new ContentHash();
    hash.digest.update(bytes);
    return hash.hex();
  }

  static String ofTexts(String... texts) {
    ContentHash hash = new ContentHash();
    for (String text : texts) {
      hash.text(text);
    }
    return hash.hex();
  }

  /** Covers what is offered: price, availability, stock, edition. */
  static String ofOffer(Artwork artwork) {
    Offer offer = artwork.offer();
    ContentHash hash = new ContentHash();
    offer.price().ifPresent(price -> hash.field("price", price.amount() + ":" + price.currency()));
    hash.field("availability", offer.availability().name());
    offer.stock().ifPresent(copies -> hash.field("stock", Integer.toString(copies)));
    offer.edition().ifPresent(text -> hash.field("edition", text));
    return hash.hex();
  }

  /** Covers every field of the record but the offer; a changed field changes the hash. */
  static String ofRecord(Artwork artwork) {
    ContentHash hash = new ContentHash();
    hash.text(artwork.id());
    hash.text(artwork.title());
    for (ArtistCredit credit : artwork.artists()) {
      hash.field("artist", credit.qualifier().name());
      hash.text(credit.name());
    }
    artwork
        .created()
        .ifPresent(
            years ->
                hash.field(
                    "created", years.first() + ":" + years.last() + ":" + years.approximate()));
    hash.list("movement", artwork.movements());
    artwork.genre().ifPresent(text -> hash.field("genre", text));
    artwork.medium().ifPresent(text -> hash.field("medium", text));
    hash.list("technique", artwork.techniques());
    hash.list("subject", artwork.subjects());
    artwork.description().ifPresent(text -> hash.field("description", text));
    artwork
        .dimensions()
        .ifPresent(
            size ->
                hash.field("size", side(size.width()) + side(size.height()) + side(size.depth())));
    artwork.orientation().ifPresent(value -> hash.field("orientation", value.name()));
    artwork.image().ifPresent(text -> hash.field("image", text));
    for (Map.Entry<String, List<String>> attribute : artwork.attributes().entrySet()) {
      hash.field("attribute", Integer.toString(attribute.getValue().size()));
      hash.list(attribute.getKey(), attribute.getValue());
    }
    return hash.hex();
  }

  private static String side(OptionalDouble cm) {
    return (cm.isPresent() ? Double.toHexString(cm.getAsDouble()) : "unknown") + ":";
  }

  private void list(String name, List<String> values) {
    values.forEach(value -> field(name, value));
  }

  private void field(String name, String value) {
    text(name);
    text(value);
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
    int length = bytes.length;
    digest.update(
        new byte[] {
          (byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length
        });
    digest.update(bytes);
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
