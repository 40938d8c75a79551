package io.artrec;

import io.artrec.catalog.ArtistCredit;
import io.artrec.catalog.Artwork;
import io.artrec.catalog.Availability;
import io.artrec.catalog.Dimensions;
import io.artrec.catalog.Offer;
import io.artrec.catalog.Orientation;
import io.artrec.catalog.YearRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A record's known fields in maps, lists, numbers and texts. */
final class PlainArtwork {
  private PlainArtwork() {}

  static Map<String, Object> of(Artwork artwork) {
    Map<String, Object> plain = new LinkedHashMap<>();
    plain.put("id", artwork.id());
    plain.put("title", artwork.title());
    put(plain, "artists", artwork.artists().stream().map(PlainArtwork::of).toList());
    artwork.created().ifPresent(years -> plain.put("created", of(years)));
    put(plain, "movements", artwork.movements());
    artwork.genre().ifPresent(text -> plain.put("genre", text));
    artwork.medium().ifPresent(text -> plain.put("medium", text));
    put(plain, "techniques", artwork.techniques());
    put(plain, "subjects", artwork.subjects());
    artwork.description().ifPresent(text -> plain.put("description", text));
    artwork.dimensions().ifPresent(size -> plain.put("centimeters", of(size)));
    artwork.orientation().map(Orientation::name).ifPresent(o -> plain.put("orientation", low(o)));
    Map<String, Object> offer = of(artwork.offer());
    if (!offer.isEmpty()) {
      plain.put("offer", offer);
    }
    artwork.image().ifPresent(reference -> plain.put("image", reference));
    if (!artwork.attributes().isEmpty()) {
      plain.put("attributes", artwork.attributes());
    }
    return Collections.unmodifiableMap(plain);
  }

  private static Map<String, Object> of(ArtistCredit credit) {
    return Map.of("name", credit.name(), "credit", low(credit.qualifier().name()));
  }

  private static Map<String, Object> of(YearRange years) {
    return Map.of("first", years.first(), "last", years.last(), "approximate", years.approximate());
  }

  private static Map<String, Object> of(Dimensions size) {
    Map<String, Object> plain = new LinkedHashMap<>();
    size.width().ifPresent(side -> plain.put("width", side));
    size.height().ifPresent(side -> plain.put("height", side));
    size.depth().ifPresent(side -> plain.put("depth", side));
    return Collections.unmodifiableMap(plain);
  }

  private static Map<String, Object> of(Offer offer) {
    Map<String, Object> plain = new LinkedHashMap<>();
    offer
        .price()
        .ifPresent(
            price -> {
              plain.put("price", price.amount().toPlainString());
              plain.put("currency", price.currency().getCurrencyCode());
            });
    if (offer.availability() != Availability.UNKNOWN) {
      plain.put("availability", low(offer.availability().name()));
    }
    offer.stock().ifPresent(copies -> plain.put("stock", copies));
    offer.edition().ifPresent(text -> plain.put("edition", text));
    return Collections.unmodifiableMap(plain);
  }

  private static void put(Map<String, Object> plain, String name, List<?> values) {
    if (!values.isEmpty()) {
      plain.put(name, values);
    }
  }

  private static String low(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
