package io.artrec.djl.causal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.artrec.djl.ModelException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@code config.json} tells: how large the keys and values are, and which tokens end. */
final class CausalConfig {
  private static final int MOST = 1 << 24;

  private final String what;
  private final JsonObject json;
  private final int layers;
  private final int heads;
  private final int headSize;
  private final int positions;
  private final BitSet ends = new BitSet();

  private CausalConfig(String what, JsonObject json) {
    this.what = what;
    this.json = json;
    layers = number("n_layer", "num_hidden_layers").orElseThrow(() -> lacks("n_layer"));
    int queries = number("n_head", "num_attention_heads").orElseThrow(() -> lacks("n_head"));
    heads = number("num_key_value_heads").orElse(queries);
    headSize =
        number("head_dim")
            .orElseGet(
                () -> number("n_embd", "hidden_size").orElseThrow(() -> lacks("n_embd")) / queries);
    positions =
        number("n_positions", "n_ctx", "max_position_embeddings")
            .orElseThrow(() -> lacks("n_positions"));
    ends(json.get("eos_token_id"));
  }

  /** Reads the file, and the end tokens of {@code generation_config.json} where there is one. */
  static CausalConfig read(String what, byte[] file, Optional<byte[]> generation) {
    CausalConfig config = new CausalConfig(what, object(what, file));
    generation.ifPresent(bytes -> config.ends(object(what, bytes).get("eos_token_id")));
    return config;
  }

  private static JsonObject object(String what, byte[] file) {
    try {
      return JsonParser.parseString(new String(file, StandardCharsets.UTF_8)).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new ModelException(
          "cannot read config.json or generation_config.json of " + what + ": no JSON object", e);
    }
  }

  private Optional<Integer> number(String... names) {
    for (String name : names) {
      Optional<Integer> value = number(json.get(name)).filter(n -> n > 0);
      if (value.isPresent()) {
        return value;
      }
    }
    return Optional.empty();
  }

  private static Optional<Integer> number(@Nullable JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive) || !primitive.isNumber()) {
      return Optional.empty();
    }
    double number = primitive.getAsDouble();
    return number >= 0 && number <= MOST ? Optional.of((int) number) : Optional.empty();
  }

  private ModelException lacks(String name) {
    return new ModelException(
        "cannot open model "
            + what
            + ": its config.json has no "
            + name
            + " from 1 to "
            + MOST
            + ", nor that by another usual name");
  }

  private void ends(@Nullable JsonElement ids) {
    if (ids instanceof JsonArray several) {
      several.forEach(this::ends);
    } else {
      number(ids).ifPresent(ends::set);
    }
  }

  int layers() {
    return layers;
  }

  /** Heads of keys and values, which may be fewer than those of queries. */
  int heads() {
    return heads;
  }

  int headSize() {
    return headSize;
  }

  int positions() {
    return positions;
  }

  BitSet ends() {
    return ends;
  }

  /** Bytes of the keys and values of one token. */
  long bytesPerToken() {
    return 2L * layers * heads * headSize * Float.BYTES;
  }
}
