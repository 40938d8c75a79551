package io.artrec.examples;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reference values by image, as a file of them has them, in its order. */
final class Reference {
  private final JsonObject images;

  private Reference(JsonObject images) {
    this.images = images;
  }

  /** The images stand in a member of the file, or are its members where that is empty. */
  static Reference of(Path file, String member) throws IOException {
    JsonObject all =
        JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8)).getAsJsonObject();
    return new Reference(member.isEmpty() ? all : all.getAsJsonObject(member));
  }

  /** All numbers of a member of an image, or of the image where that is empty. */
  double[] values(String image, String member) {
    JsonObject object = images.getAsJsonObject(image);
    List<Double> values = new ArrayList<>();
    collect(member.isEmpty() ? object : object.get(member), values);
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonElement element, List<Double> values) {
    if (element.isJsonPrimitive()) {
      values.add(element.getAsDouble());
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collect(each, values));
    } else {
      element.getAsJsonObject().asMap().values().forEach(each -> collect(each, values));
    }
  }
}
