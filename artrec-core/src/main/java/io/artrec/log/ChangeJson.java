package io.artrec.log;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.artrec.behavior.DrawnAnswer;
import io.artrec.behavior.Interaction;
import io.artrec.behavior.InteractionKind;
import io.artrec.behavior.Interest;
import io.artrec.behavior.Stance;
import io.artrec.catalog.CatalogChange;
import io.artrec.catalog.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes as JSON objects. */
final class ChangeJson {
  private ChangeJson() {}

  static JsonObject write(Change change) {
    JsonObject json = new JsonObject();
    if (change instanceof Change.Forgotten forgotten) {
      json.addProperty("forgotten", forgotten.pseudonym());
      json.addProperty("time", forgotten.epochMillis());
    } else if (change instanceof Change.Expired expired) {
      json.addProperty("expired", expired.beforeEpochMillis());
    } else if (change instanceof Change.Cataloged cataloged) {
      json.add("catalog", JsonParser.parseString(cataloged.change().toJson()));
    } else if (change instanceof Change.OptedOut mark) {
      json.addProperty("optedOut", mark.pseudonym());
      json.addProperty("time", mark.epochMillis());
    } else if (change instanceof Change.OptedIn mark) {
      json.addProperty("optedIn", mark.pseudonym());
      json.addProperty("time", mark.epochMillis());
    } else if (change instanceof Change.Undone undone) {
      json.addProperty("undone", undone.eventId());
      json.addProperty("user", undone.visitor());
    } else if (change instanceof Change.Preferred preferred) {
      json.addProperty("stance", preferred.stance().code());
      json.addProperty(preferred.trait().kind().code(), preferred.trait().name());
      json.addProperty("user", preferred.visitor());
    } else if (change instanceof Change.Learned learned) {
      write(learned, json);
    } else if (change instanceof Change.Answered answered) {
      write(answered, json);
    } else if (change instanceof Change.Position position) {
      json.addProperty("position", position.source());
      json.addProperty("offset", position.offset());
    } else if (change instanceof Change.Recorded recorded) {
      write(recorded.event(), json);
    }
    return json;
  }

  private static void write(Change.Learned learned, JsonObject json) {
    Interest interest = learned.interest();
    json.addProperty("interest", interest.evidence().code());
    json.addProperty(interest.trait().kind().code(), interest.trait().name());
    json.addProperty("weight", interest.weight());
    json.addProperty("time", interest.time().orElseThrow().toEpochMilli());
    interest.reference().ifPresent(id -> json.addProperty("reference", id));
    json.addProperty("learned", learned.epochMillis());
    json.addProperty("user", learned.visitor());
  }

  private static void write(Change.Answered answered, JsonObject json) {
    DrawnAnswer answer = answered.answer();
    json.addProperty("answered", answer.id());
    json.addProperty("arm", answer.arm());
    json.addProperty("probability", answer.probability());
    json.addProperty("segment", answer.segment());
    JsonArray works = new JsonArray();
    answer.works().forEach(works::add);
    json.add("works", works);
    json.addProperty("time", answer.epochMillis());
    json.addProperty("user", answered.visitor());
  }

  private static void write(Interaction event, JsonObject json) {
    json.addProperty("user", event.user());
    json.addProperty("artwork", event.artwork());
    json.addProperty("kind", event.kind().code());
    json.addProperty("value", event.value());
    event.time().ifPresent(time -> json.addProperty("time", time.toEpochMilli()));
    event.comment().ifPresent(comment -> json.addProperty("comment", comment));
    event.eventId().ifPresent(id -> json.addProperty("eventId", id));
  }

  /**
   * Reads a change.
   *
   * @throws LogException when it is no change that this version knows
   */
  static Change read(JsonObject json) {
    try {
      if (json.has("catalog")) {
        return new Change.Cataloged(CatalogChange.parse(json.get("catalog").toString()));
      }
      return json.has("artwork") ? new Change.Recorded(event(json)) : other(json);
    } catch (RuntimeException e) {
      throw new LogException("not a change that this version knows: " + e, e);
    }
  }

  private static Change other(JsonObject json) {
    if (json.has("forgotten")) {
      return new Change.Forgotten(
          json.get("forgotten").getAsString(), json.get("time").getAsLong());
    } else if (json.has("expired")) {
      return new Change.Expired(json.get("expired").getAsLong());
    } else if (json.has("optedOut")) {
      return new Change.OptedOut(json.get("optedOut").getAsString(), json.get("time").getAsLong());
    } else if (json.has("optedIn")) {
      return new Change.OptedIn(json.get("optedIn").getAsString(), json.get("time").getAsLong());
    } else if (json.has("stance")) {
      return new Change.Preferred(
          json.get("user").getAsString(),
          trait(json),
          Stance.ofCode(json.get("stance").getAsString()).orElseThrow());
    } else if (json.has("interest")) {
      return learned(json);
    } else if (json.has("answered")) {
      return answered(json);
    } else if (json.has("undone")) {
      return new Change.Undone(json.get("user").getAsString(), json.get("undone").getAsString());
    }
    return new Change.Position(json.get("position").getAsString(), json.get("offset").getAsLong());
  }

  private static Change learned(JsonObject json) {
    Interest interest =
        Interest.of(
                trait(json),
                json.get("weight").getAsDouble(),
                Interest.Evidence.ofCode(json.get("interest").getAsString()).orElseThrow())
            .at(Instant.ofEpochMilli(json.get("time").getAsLong()));
    return new Change.Learned(
        json.get("user").getAsString(),
        text(json, "reference").map(interest::from).orElse(interest),
        json.get("learned").getAsLong());
  }

  private static Change answered(JsonObject json) {
    List<String> works = new ArrayList<>();
    json.getAsJsonArray("works").forEach(work -> works.add(work.getAsString()));
    DrawnAnswer answer =
        DrawnAnswer.of(
                json.get("answered").getAsString(),
                json.get("arm").getAsString(),
                json.get("probability").getAsDouble())
            .segment(json.get("segment").getAsString())
            .works(works)
            .at(Instant.ofEpochMilli(json.get("time").getAsLong()));
    return new Change.Answered(json.get("user").getAsString(), answer);
  }

  private static Trait trait(JsonObject json) {
    for (Trait.Kind kind : Trait.Kind.values()) {
      if (json.has(kind.code())) {
        return Trait.of(kind, json.get(kind.code()).getAsString());
      }
    }
    throw new IllegalArgumentException("about nothing that this version knows: " + json);
  }

  private static Interaction event(JsonObject json) {
    return new Interaction(
        json.get("user").getAsString(),
        json.get("artwork").getAsString(),
        InteractionKind.ofCode(json.get("kind").getAsString()).orElseThrow(),
        json.get("value").getAsDouble(),
        json.has("time")
            ? Optional.of(Instant.ofEpochMilli(json.get("time").getAsLong()))
            : Optional.empty(),
        text(json, "comment"),
        text(json, "eventId"));
  }

  private static Optional<String> text(JsonObject json, String name) {
    return json.has(name) ? Optional.of(json.get(name).getAsString()) : Optional.empty();
  }
}
