package io.artrec.llm.enrichment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.artrec.error.ArtrecException;
import io.artrec.llm.chat.PromptId;
import io.artrec.llm.prompt.Origin;
import java.io.IOException;
import java.io.Writer;
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

/**
 * What a job has read so far: a file of JSON lines, one for each work and field, written as they
 * come. A last line that a crash left half is cut off. Thread-safe.
 */
final class Journal implements AutoCloseable {
  /** Which work, as it was then, which field, and how read. */
  record Key(String work, String content, String field, String version) {}

  private final Map<Key, EnrichedValues> read = new HashMap<>();
  private final Writer out;

  private Journal(Path file) throws IOException {
    if (Files.exists(file)) {
      cutHalfLine(file);
      try (var lines = Files.lines(file)) {
        lines.filter(line -> !line.isBlank()).forEach(line -> keep(file, line));
      }
    }
    out =
        Files.newBufferedWriter(
            file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  static Journal open(Path file) {
    try {
      return new Journal(file);
    } catch (IOException e) {
      throw new ArtrecException("opening the journal " + file, e);
    }
  }

  private static void cutHalfLine(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      while (end > 0) {
        last.clear();
        channel.read(last, end - 1);
        if (last.get(0) == '\n') {
          break;
        }
        end--;
      }
      channel.truncate(end);
    }
  }

  private void keep(Path file, String line) {
    try {
      JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
      List<String> values = new ArrayList<>();
      for (JsonElement value : entry.getAsJsonArray("values")) {
        values.add(value.getAsString());
      }
      Optional<PromptId> prompt =
          text(entry, "prompt")
              .map(name -> new PromptId(name, entry.get("promptVersion").getAsInt()));
      Origin origin =
          new Origin(
              Origin.Kind.valueOf(entry.get("by").getAsString()), prompt, text(entry, "reason"));
      read.put(
          new Key(
              entry.get("work").getAsString(),
              entry.get("content").getAsString(),
              entry.get("field").getAsString(),
              entry.get("version").getAsString()),
          new EnrichedValues(values, origin));
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | UnsupportedOperationException e) {
      throw new ArtrecException(
          file + " is no journal of an enrichment: it holds a line that is none of its entries", e);
    }
  }

  private static Optional<String> text(JsonObject entry, String name) {
    return Optional.ofNullable(entry.get(name)).map(JsonElement::getAsString);
  }

  Optional<EnrichedValues> find(Key key) {
    synchronized (read) {
      return Optional.ofNullable(read.get(key));
    }
  }

  void add(Key key, EnrichedValues values) {
    JsonObject entry = new JsonObject();
    entry.addProperty("work", key.work());
    entry.addProperty("field", key.field());
    JsonArray array = new JsonArray();
    values.values().forEach(array::add);
    entry.add("values", array);
    entry.addProperty("by", values.origin().kind().name());
    values
        .origin()
        .prompt()
        .ifPresent(
            id -> {
              entry.addProperty("prompt", id.name());
              entry.addProperty("promptVersion", id.version());
            });
    values.origin().reason().ifPresent(reason -> entry.addProperty("reason", reason));
    entry.addProperty("content", key.content());
    entry.addProperty("version", key.version());
    synchronized (read) {
      read.put(key, values);
      try {
        out.write(entry + "\n");
        out.flush();
      } catch (IOException e) {
        throw new ArtrecException("writing what was read of work '" + key.work() + "'", e);
      }
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new ArtrecException("closing the journal of an enrichment", e);
    }
  }
}
