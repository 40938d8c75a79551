package io.artrec.djl.text;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.artrec.djl.ModelException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code tokenizer.json} says besides how to tokenise, read without keeping its vocabulary.
 *
 * @param truncation the length it truncates to, when it does
 * @param unknown the id of the token for what is not in the vocabulary, when there is one
 */
record TokenizerFacts(OptionalInt truncation, OptionalInt unknown) {
  static TokenizerFacts read(String what, byte[] json) {
    Reading reading = new Reading();
    try (JsonReader in =
        new JsonReader(
            new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8))) {
      reading.document(in);
    } catch (IOException | IllegalStateException | NumberFormatException | JsonParseException e) {
      throw new ModelException(
          "cannot read the tokenizer of "
              + what
              + ": not a whole tokenizer.json: expected a JSON object with the tokenizer's model;"
              + " copy it again, or save it anew with the Hugging Face tokenizer's save_pretrained",
          e);
    }
    return reading.facts();
  }

  private static final class Reading {
    private OptionalInt truncation = OptionalInt.empty();
    private OptionalInt unknownId = OptionalInt.empty();
    private @Nullable String unknownToken;
    private final Map<String, Integer> added = new HashMap<>();
    private OptionalInt inVocabulary = OptionalInt.empty();

    TokenizerFacts facts() {
      OptionalInt unknown = unknownId;
      if (unknown.isEmpty() && unknownToken != null) {
        Integer id = added.get(unknownToken);
        unknown = id == null ? inVocabulary : OptionalInt.of(id);
      }
      return new TokenizerFacts(truncation, unknown);
    }

    void document(JsonReader in) throws IOException {
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "truncation" -> truncation(in);
          case "added_tokens" -> added(in);
          case "model" -> model(in);
          default -> in.skipValue();
        }
      }
      in.endObject();
    }

    private void truncation(JsonReader in) throws IOException {
      if (in.peek() != JsonToken.BEGIN_OBJECT) {
        in.skipValue();
        return;
      }
      in.beginObject();
      while (in.hasNext()) {
        if (in.nextName().equals("max_length") && in.peek() == JsonToken.NUMBER) {
          truncation = OptionalInt.of(in.nextInt());
        } else {
          in.skipValue();
        }
      }
      in.endObject();
    }

    private void added(JsonReader in) throws IOException {
      in.beginArray();
      while (in.hasNext()) {
        String content = "";
        int id = -1;
        in.beginObject();
        while (in.hasNext()) {
          switch (in.nextName()) {
            case "id" -> id = in.nextInt();
            case "content" -> content = in.nextString();
            default -> in.skipValue();
          }
        }
        in.endObject();
        added.put(content, id);
      }
      in.endArray();
    }

    private void model(JsonReader in) throws IOException {
      in.beginObject();
      while (in.hasNext()) {
        String name = in.nextName();
        if (name.equals("unk_token") && in.peek() == JsonToken.STRING) {
          unknownToken = in.nextString();
        } else if (name.equals("unk_id") && in.peek() == JsonToken.NUMBER) {
          unknownId = OptionalInt.of(in.nextInt());
        } else if (name.equals("vocab") && in.peek() == JsonToken.BEGIN_OBJECT) {
          vocabulary(in);
        } else {
          in.skipValue();
        }
      }
      in.endObject();
    }

    private void vocabulary(JsonReader in) throws IOException {
      in.beginObject();
      while (in.hasNext()) {
        String token = in.nextName();
        if (token.equals("[UNK]") || token.equals("<unk>")) {
          inVocabulary = OptionalInt.of(in.nextInt());
        } else {
          in.skipValue();
        }
      }
      in.endObject();
    }
  }
}
