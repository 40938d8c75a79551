package io.artrec.live;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The lines of a journal: {@code crc json}. The first says whose journal it is and what sequence it
 * had reached.
 */
final class JournalLines {
  private static final String FORMAT = "artrec-journal-1";

  /** What a journal file holds up to its last whole line. */
  record Content(String id, long lastSequence, List<Journal.Entry> entries, long validBytes) {}

  private JournalLines() {}

  static String header(String id, long sequence) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("id", id);
    json.addProperty("sequence", sequence);
    return checked(json.toString());
  }

  static String line(Journal.Entry entry) {
    Interaction event = entry.event();
    JsonObject json = new JsonObject();
    json.addProperty("n", entry.sequence());
    json.addProperty("user", event.user());
    json.addProperty("artwork", event.artwork());
    json.addProperty("kind", event.kind().code());
    json.addProperty("value", event.value());
    event.time().ifPresent(time -> json.addProperty("time", time.toEpochMilli()));
    event.comment().ifPresent(comment -> json.addProperty("comment", comment));
    event.eventId().ifPresent(id -> json.addProperty("eventId", id));
    return checked(json.toString());
  }

  static Content parse(Path file, byte[] bytes) {
    List<Journal.Entry> entries = new ArrayList<>();
    Optional<JsonObject> header = Optional.empty();
    int from = 0;
    for (int number = 1; from < bytes.length; number++) {
      int end = from;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      if (end == bytes.length) {
        break;
      }
      JsonObject json = uncheck(file, number, bytes, from, end);
      if (number == 1) {
        header = Optional.of(checkFormat(file, json));
      } else {
        entries.add(entry(file, number, json));
      }
      from = end + 1;
    }
    if (header.isEmpty()) {
      throw new JournalException(file + " is not an artrec journal: it has no header line", null);
    }
    long sequence = header.get().get("sequence").getAsLong();
    for (Journal.Entry entry : entries) {
      sequence = Math.max(sequence, entry.sequence());
    }
    return new Content(header.get().get("id").getAsString(), sequence, entries, from);
  }

  private static JsonObject checkFormat(Path file, JsonObject json) {
    if (!json.has("format") || !json.get("format").getAsString().equals(FORMAT)) {
      throw new JournalException(
          file + " is not a journal of this version: expected format '" + FORMAT + "'", null);
    }
    return json;
  }

  private static Journal.Entry entry(Path file, int number, JsonObject json) {
    try {
      return new Journal.Entry(
          json.get("n").getAsLong(),
          new Interaction(
              json.get("user").getAsString(),
              json.get("artwork").getAsString(),
              InteractionKind.ofCode(json.get("kind").getAsString()).orElseThrow(),
              json.get("value").getAsDouble(),
              json.has("time")
                  ? Optional.of(Instant.ofEpochMilli(json.get("time").getAsLong()))
                  : Optional.empty(),
              text(json, "comment"),
              text(json, "eventId")));
    } catch (RuntimeException e) {
      throw new JournalException(
          "journal " + file + ", line " + number + ": not an event this version knows: " + e, e);
    }
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.has(name) ? Optional.of(json.get(name).getAsString()) : Optional.empty();
  }

  private static String checked(String json) {
    return crc(json.getBytes(StandardCharsets.UTF_8)) + " " + json + "\n";
  }

  private static JsonObject uncheck(Path file, int number, byte[] bytes, int from, int end) {
    String line = new String(bytes, from, end - from, StandardCharsets.UTF_8);
    int space = line.indexOf(' ');
    if (space != 8 || !line.startsWith(crc(line.substring(9).getBytes(StandardCharsets.UTF_8)))) {
      throw new JournalException(
          "journal "
              + file
              + " is damaged at line "
              + number
              + ": its checksum does not match; restore the file from a copy or remove the line",
          null);
    }
    return JsonParser.parseString(line.substring(9)).getAsJsonObject();
  }

  private static String crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
