package io.artrec.llm.enrichment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.artrec.error.ArtrecException;
import io.artrec.llm.chat.PromptId;
import io.artrec.llm.prompt.Origin;
import java.io.BufferedReader;
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
import org.jspecify.annotations.Nullable;

/**
 * What a job has read so far: a file of JSON lines, one for each work and field, written as they
 * come. A last line that a crash left half is cut off. Thread-safe.
 */
final class Journal implements AutoCloseable {
  /** Which work, as it was then, which field, and how read. */
  record Key(String work, String content, String field, String version) {}

  private static final String BEGINNING = "{\"work\":";

  private final Map<Key, EnrichedValues> read = new HashMap<>();
  private final Writer out;

  private Journal(Path file) throws IOException {
    if (Files.exists(file)) {
      long end = lastLineEnd(file);
      readLines(file, end);
      cut(file, end);
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

  /** Where the last whole line ends. */
  private static long lastLineEnd(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      long end = channel.size();
      for (; end > 0; end--) {
        last.clear();
        channel.read(last, end - 1);
        if (last.get(0) == '\n') {
          break;
        }
      }
      return end;
    }
  }

  private void readLines(Path file, long end) throws IOException {
    long read = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        read += line.getBytes(StandardCharsets.UTF_8).length + 1L;
        if (read <= end) {
          keep(file, line);
        } else if (!line.startsWith(BEGINNING) && !BEGINNING.startsWith(line)) {
          throw noJournal(file, null);
        }
      }
    }
  }

  /** A file whose lines are all entries may lose one that a crash left half. */
  private static void cut(Path file, long end) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(end);
    }
  }

  private static ArtrecException noJournal(Path file, @Nullable Exception cause) {
    return new ArtrecException(
        file + " is no journal of an enrichment: it holds a line that is none of its entries",
        cause);
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
      throw noJournal(file, e);
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
