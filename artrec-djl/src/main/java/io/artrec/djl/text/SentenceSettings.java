package io.artrec.djl.text;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.artrec.djl.ModelException;
import io.artrec.djl.ModelSource;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the files beside a model say of how it wants to be used: {@code 1_Pooling/config.json} and
 * {@code sentence_bert_config.json} of sentence-transformers, {@code tokenizer_config.json} of
 * Hugging Face.
 *
 * @param pooling the pooling it was trained with
 * @param length the most tokens
 */
record SentenceSettings(Optional<Pooling> pooling, OptionalInt length) {
  private static final long MOST_BYTES = 4L << 20;
  private static final int STANDARD_TOKENS = 512;

  /** Hugging Face writes 10^30 where it knows no limit. */
  private static final double NO_LIMIT = 1 << 20;

  static SentenceSettings none() {
    return new SentenceSettings(Optional.empty(), OptionalInt.empty());
  }

  static SentenceSettings read(ModelSource source) {
    Optional<JsonObject> pooling = json(source, "1_Pooling/config.json");
    OptionalInt length = number(json(source, "sentence_bert_config.json"), "max_seq_length");
    if (length.isEmpty()) {
      length = number(json(source, "tokenizer_config.json"), "model_max_length");
    }
    return new SentenceSettings(pooling.flatMap(SentenceSettings::pooling), length);
  }

  /** The most tokens: as said here, else as the tokenizer truncates, else 512. */
  int maxTokens(OptionalInt truncation) {
    return length.orElse(truncation.orElse(STANDARD_TOKENS));
  }

  private static Optional<Pooling> pooling(JsonObject config) {
    if (isTrue(config, "pooling_mode_cls_token")) {
      return Optional.of(Pooling.CLS);
    }
    if (isTrue(config, "pooling_mode_max_tokens")) {
      return Optional.of(Pooling.MAX);
    }
    return isTrue(config, "pooling_mode_mean_tokens")
        ? Optional.of(Pooling.MEAN)
        : Optional.empty();
  }

  private static boolean isTrue(JsonObject config, String name) {
    return config.get(name) instanceof JsonPrimitive value
        && value.isBoolean()
        && value.getAsBoolean();
  }

  private static OptionalInt number(Optional<JsonObject> config, String name) {
    JsonElement value = config.map(object -> object.get(name)).orElse(null);
    if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
      double number = primitive.getAsDouble();
      return number >= 1 && number < NO_LIMIT ? OptionalInt.of((int) number) : OptionalInt.empty();
    }
    return OptionalInt.empty();
  }

  private static Optional<JsonObject> json(ModelSource source, String name) {
    Optional<byte[]> bytes = source.readCompanion(name, MOST_BYTES);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          JsonParser.parseString(new String(bytes.get(), StandardCharsets.UTF_8))
              .getAsJsonObject());
    } catch (JsonParseException | IllegalStateException e) {
      throw new ModelException(
          "cannot read " + name + " of " + source + ": not a JSON object: " + e.getMessage(), e);
    }
  }
}
