package io.artrec.djl.causal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes {@code tokenizer.json} files over bytes, as GPT-2's, with tokens for given words. */
public final class ByteTokenizer {
  /** The token that ends a text, as it is written. */
  public static final String END = "<|endoftext|>";

  private ByteTokenizer() {}

  /**
   * All bytes, then for each word its beginnings from two letters to the whole, then the end token.
   *
   * @param words in GPT-2's letters, where a space is Ġ
   */
  public static byte[] of(List<String> words) {
    JsonObject vocabulary = new JsonObject();
    int next = 256;
    for (int octet = 0; octet < 256; octet++) {
      boolean visible = (octet >= '!' && octet <= '~') || (octet >= 0xa1 && octet != 0xad);
      vocabulary.addProperty(String.valueOf((char) (visible ? octet : next++)), octet);
    }
    JsonArray merges = new JsonArray();
    for (String word : words) {
      for (int length = 2; length <= word.length(); length++) {
        String token = word.substring(0, length);
        if (!vocabulary.has(token)) {
          vocabulary.addProperty(token, vocabulary.size());
          merges.add(word.substring(0, length - 1) + " " + word.charAt(length - 1));
        }
      }
    }
    return file(vocabulary, merges);
  }

  /** A few letters and the end token, and no byte else. */
  public static byte[] ofLetters(String letters) {
    JsonObject vocabulary = new JsonObject();
    letters
        .chars()
        .forEach(c -> vocabulary.addProperty(String.valueOf((char) c), vocabulary.size()));
    return file(vocabulary, new JsonArray());
  }

  private static byte[] file(JsonObject vocabulary, JsonArray merges) {
    JsonObject model = new JsonObject();
    model.addProperty("type", "BPE");
    model.add("vocab", vocabulary);
    model.add("merges", merges);
    JsonObject level = new JsonObject();
    level.addProperty("type", "ByteLevel");
    level.addProperty("add_prefix_space", false);
    level.addProperty("trim_offsets", true);
    JsonObject end = new JsonObject();
    end.addProperty("id", vocabulary.size());
    end.addProperty("content", END);
    for (String no : List.of("single_word", "lstrip", "rstrip", "normalized")) {
      end.addProperty(no, false);
    }
    end.addProperty("special", true);
    JsonArray added = new JsonArray();
    added.add(end);
    JsonObject json = new JsonObject();
    json.addProperty("version", "1.0");
    json.add("added_tokens", added);
    json.add("pre_tokenizer", level);
    json.add("decoder", level);
    json.add("model", model);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
