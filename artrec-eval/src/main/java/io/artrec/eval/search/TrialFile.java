package io.artrec.eval.search;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.artrec.error.ArtrecException;
import io.artrec.eval.metric.UserValues;
import io.artrec.eval.search.Trial.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finished trials in a file, one JSON object a line, each forced to the disk before the next trial
 * begins. The first line says which search it is; visitors' ids stand once, in lines of their own.
 * A last line that was being written when the process ended is cut off. Not thread-safe.
 */
final class TrialFile {
  private static final String FINGERPRINT = "fingerprint";
  private static final String VISITORS = "visitors";

  private final Path path;
  private final Map<String, Measured> kept = new HashMap<>();
  private final List<List<String>> visitors = new ArrayList<>();

  private TrialFile(Path path) {
    this.path = path;
  }

  /** Opens a file of a search, or begins one. */
  static TrialFile open(Path path, String fingerprint) {
    TrialFile file = new TrialFile(path);
    try {
      if (Files.exists(path) && file.read(fingerprint)) {
        return file;
      }
      JsonObject header = new JsonObject();
      header.addProperty("search", 1);
      header.addProperty(FINGERPRINT, fingerprint);
      file.append(header);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read finished trials of " + path + ": " + e.getMessage(), e);
    }
  }

  /** A trial that was finished before. */
  Optional<Measured> get(String phase, double share, String strategy) {
    return Optional.ofNullable(kept.get(key(phase, share, strategy)));
  }

  private static String key(String phase, double share, String strategy) {
    return phase + " " + share + " " + strategy;
  }

  /** Writes a finished trial. */
  void put(String phase, double share, String strategy, Measured measured) {
    int group = visitors.indexOf(measured.users());
    if (group < 0) {
      group = visitors.size();
      visitors.add(measured.users());
      JsonObject line = new JsonObject();
      JsonArray ids = new JsonArray();
      measured.users().forEach(ids::add);
      line.add("ids", ids);
      append(line);
    }
    JsonObject line = new JsonObject();
    line.addProperty("phase", phase);
    line.addProperty("share", share);
    line.addProperty("strategy", strategy);
    measured.value().ifPresent(value -> line.addProperty("value", value));
    measured.failure().ifPresent(why -> line.addProperty("failure", why));
    line.addProperty("seconds", measured.seconds());
    line.addProperty("heap", measured.heapBytes());
    line.addProperty(VISITORS, group);
    line.add("values", numbers(measured.values().values()));
    line.add("weights", numbers(measured.values().weights()));
    append(line);
    kept.put(key(phase, share, strategy), measured);
  }

  private static JsonArray numbers(double[] values) {
    JsonArray array = new JsonArray();
    for (double value : values) {
      array.add(Double.isNaN(value) ? JsonNull.INSTANCE : new JsonPrimitive(value));
    }
    return array;
  }

  private void append(JsonObject line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write a finished trial to " + path + ": " + e.getMessage(), e);
    }
  }

  /** Reads whole lines and cuts off a torn one; false when not even the first is whole. */
  private boolean read(String fingerprint) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    List<String> lines = new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      try {
        JsonObject object = JsonParser.parseString(lines.get(line)).getAsJsonObject();
        if (line == 0) {
          requireSame(object, fingerprint);
        } else {
          take(object);
        }
      } catch (JsonParseException
          | IllegalStateException
          | NumberFormatException
          | NullPointerException
          | IndexOutOfBoundsException e) {
        throw new ArtrecException(
            "line "
                + (line + 1)
                + " of finished trials "
                + path
                + " is none that a search has written; take another file or delete it",
            e);
      }
    }
    if (end < bytes.length) {
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
        channel.truncate(end);
      }
    }
    return end > 0;
  }

  private void requireSame(JsonObject header, String fingerprint) {
    String other = header.get(FINGERPRINT).getAsString();
    if (!other.equals(fingerprint)) {
      throw new IllegalArgumentException(
          "finished trials of "
              + path
              + " are of another search (its data, space, metric, validation or seed differ);"
              + " expected fingerprint "
              + fingerprint
              + ", found "
              + other
              + "; take another file or delete it");
    }
  }

  private void take(JsonObject line) {
    if (line.has("ids")) {
      List<String> ids = new ArrayList<>();
      line.getAsJsonArray("ids").forEach(id -> ids.add(id.getAsString()));
      visitors.add(List.copyOf(ids));
      return;
    }
    Measured measured =
        new Measured(
            line.has("value")
                ? OptionalDouble.of(line.get("value").getAsDouble())
                : OptionalDouble.empty(),
            visitors.get(line.get(VISITORS).getAsInt()),
            new UserValues(
                doubles(line.getAsJsonArray("values")), doubles(line.getAsJsonArray("weights"))),
            line.get("seconds").getAsDouble(),
            line.get("heap").getAsLong(),
            line.has("failure")
                ? Optional.of(line.get("failure").getAsString())
                : Optional.empty());
    kept.put(
        key(
            line.get("phase").getAsString(),
            line.get("share").getAsDouble(),
            line.get("strategy").getAsString()),
        measured);
  }

  private static double[] doubles(JsonArray array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      JsonElement value = array.get(i);
      values[i] = value.isJsonNull() ? Double.NaN : value.getAsDouble();
    }
    return values;
  }
}
