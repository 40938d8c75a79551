package io.artrec.catalog;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * One artwork as a JSON object with every field that is known: how files of this library keep it.
 */
public final class ArtworkJson {
  private ArtworkJson() {}

  /**
   * Writes an artwork.
   *
   * @param artwork the artwork
   * @return a JSON object that {@link #parse} reads
   */
  public static String toJson(Artwork artwork) {
    return write(artwork).toString();
  }

  /**
   * Reads an artwork.
   *
   * @param json what {@link #toJson} gave
   * @return the equal artwork
   * @throws RuntimeException of several kinds when it is anything else
   */
  public static Artwork parse(String json) {
    return read(JsonParser.parseString(json).getAsJsonObject());
  }

  static JsonObject write(Artwork artwork) {
    JsonObject json = new JsonObject();
    json.addProperty("id", artwork.id());
    json.addProperty("title", artwork.title());
    JsonArray artists = new JsonArray();
    for (ArtistCredit credit : artwork.artists()) {
      artists.add(credit.qualifier().name() + ":" + credit.name());
    }
    put(json, "artists", artists);
    artwork.created().ifPresent(years -> json.add("created", write(years)));
    put(json, "movements", strings(artwork.movements()));
    artwork.genre().ifPresent(text -> json.addProperty("genre", text));
    artwork.medium().ifPresent(text -> json.addProperty("medium", text));
    put(json, "techniques", strings(artwork.techniques()));
    put(json, "subjects", strings(artwork.subjects()));
    artwork.description().ifPresent(text -> json.addProperty("description", text));
    artwork.dimensions().ifPresent(size -> json.add("dimensions", write(size)));
    artwork.orientation().ifPresent(value -> json.addProperty("orientation", value.name()));
    JsonObject offer = write(artwork.offer());
    if (offer.size() > 0) {
      json.add("offer", offer);
    }
    artwork.image().ifPresent(reference -> json.addProperty("image", reference));
    JsonObject attributes = new JsonObject();
    artwork.attributes().forEach((name, values) -> attributes.add(name, strings(values)));
    if (attributes.size() > 0) {
      json.add("attributes", attributes);
    }
    return json;
  }

  static Artwork read(JsonObject json) {
    Artwork.Builder builder =
        Artwork.builder(json.get("id").getAsString(), json.get("title").getAsString());
    each(json, "artists", text -> builder.artist(credit(text)));
    if (json.has("created")) {
      builder.created(years(json.getAsJsonArray("created")));
    }
    each(json, "movements", builder::movement);
    text(json, "genre", builder::genre);
    text(json, "medium", builder::medium);
    each(json, "techniques", builder::technique);
    each(json, "subjects", builder::subject);
    text(json, "description", builder::description);
    if (json.has("dimensions")) {
      builder.dimensions(dimensions(json.getAsJsonObject("dimensions")));
    }
    text(json, "orientation", value -> builder.orientation(Orientation.valueOf(value)));
    if (json.has("offer")) {
      builder.offer(offer(json.getAsJsonObject("offer")));
    }
    text(json, "image", builder::image);
    if (json.has("attributes")) {
      JsonObject attributes = json.getAsJsonObject("attributes");
      for (String name : attributes.keySet()) {
        each(attributes, name, value -> builder.attribute(name, value));
      }
    }
    return builder.build();
  }

  static JsonObject write(Offer offer) {
    JsonObject json = new JsonObject();
    offer
        .price()
        .ifPresent(price -> json.addProperty("price", price.amount() + " " + price.currency()));
    if (offer.availability() != Availability.UNKNOWN) {
      json.addProperty("availability", offer.availability().name());
    }
    offer.stock().ifPresent(copies -> json.addProperty("stock", copies));
    offer.edition().ifPresent(text -> json.addProperty("edition", text));
    return json;
  }

  static Offer offer(JsonObject json) {
    Offer offer = Offer.unknown();
    if (json.has("price")) {
      String price = json.get("price").getAsString();
      int space = price.indexOf(' ');
      offer = offer.price(Price.of(price.substring(0, space), price.substring(space + 1)));
    }
    if (json.has("availability")) {
      offer = offer.availability(Availability.valueOf(json.get("availability").getAsString()));
    }
    if (json.has("stock")) {
      offer = offer.stock(json.get("stock").getAsInt());
    }
    return json.has("edition") ? offer.edition(json.get("edition").getAsString()) : offer;
  }

  private static JsonArray write(YearRange years) {
    JsonArray array = new JsonArray();
    array.add(years.first());
    array.add(years.last());
    array.add(years.approximate());
    return array;
  }

  private static YearRange years(JsonArray array) {
    return new YearRange(
        array.get(0).getAsInt(), array.get(1).getAsInt(), array.get(2).getAsBoolean());
  }

  private static JsonObject write(Dimensions size) {
    JsonObject json = new JsonObject();
    size.width().ifPresent(value -> json.addProperty("width", value));
    size.height().ifPresent(value -> json.addProperty("height", value));
    size.depth().ifPresent(value -> json.addProperty("depth", value));
    return json;
  }

  private static Dimensions dimensions(JsonObject json) {
    return new Dimensions(side(json, "width"), side(json, "height"), side(json, "depth"));
  }

  private static OptionalDouble side(JsonObject json, String name) {
    return json.has(name)
        ? OptionalDouble.of(json.get(name).getAsDouble())
        : OptionalDouble.empty();
  }

  private static ArtistCredit credit(String text) {
    int colon = text.indexOf(':');
    return new ArtistCredit(
        text.substring(colon + 1), ArtistCredit.Qualifier.valueOf(text.substring(0, colon)));
  }

  private static void put(JsonObject json, String name, JsonArray array) {
    if (!array.isEmpty()) {
      json.add(name, array);
    }
  }

  private static JsonArray strings(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  private static void each(JsonObject json, String name, Consumer<String> consumer) {
    if (json.has(name)) {
      for (JsonElement element : json.getAsJsonArray(name)) {
        consumer.accept(element.getAsString());
      }
    }
  }

  private static void text(JsonObject json, String name, Consumer<String> consumer) {
    if (json.has(name)) {
      consumer.accept(json.get(name).getAsString());
    }
  }
}
