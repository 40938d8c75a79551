package io.artrec.djl.causal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import io.artrec.djl.ModelException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that a tokenizer's tokens stand for. Two kinds of tokenizer are known, by the decoder
 * that their file names: those over bytes (GPT-2, Llama 3, Qwen), and those that write a space as
 * U+2581 and single bytes as {@code <0x0A>} (Llama 2, Mistral, Gemma).
 */
final class Vocabulary {
  private static final byte[] NONE = {};

  private final String what;
  private final List<byte[]> tokens = new ArrayList<>();
  private final BitSet known = new BitSet();
  private final Set<String> marks = new TreeSet<>();
  private @Nullable TokenTrie trie;

  private Vocabulary(String what) {
    this.what = what;
  }

  static Vocabulary read(String what, byte[] json) {
    try {
      JsonObject file = object(JsonParser.parseString(new String(json, StandardCharsets.UTF_8)));
      Vocabulary vocabulary = new Vocabulary(what);
      vocabulary.fill(file, vocabulary.isOverBytes(file.get("decoder")));
      return vocabulary;
    } catch (JsonParseException | NumberFormatException e) {
      throw new ModelException(
          "cannot read the tokenizer of "
              + what
              + ": not a whole tokenizer.json with a vocabulary; save it anew with the Hugging Face"
              + " tokenizer's save_pretrained",
          e);
    }
  }

  private static JsonObject object(@Nullable JsonElement value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new JsonParseException("something else where an object was expected");
  }

  private static JsonPrimitive primitive(@Nullable JsonElement value) {
    if (value instanceof JsonPrimitive primitive) {
      return primitive;
    }
    throw new JsonParseException("something else where a text or number was expected");
  }

  private boolean isOverBytes(@Nullable JsonElement decoder) {
    Set<String> kinds = new TreeSet<>();
    kinds(decoder, kinds);
    boolean bytes = kinds.contains("ByteLevel");
    if (!bytes && !kinds.contains("Metaspace") && !kinds.contains("ByteFallback")) {
      throw new ModelException(
          "cannot use the tokenizer of "
              + what
              + ": its decoder is made of "
              + kinds
              + ", expected one with ByteLevel, ByteFallback or Metaspace, as causal models have");
    }
    return bytes;
  }

  private static void kinds(@Nullable JsonElement decoder, Set<String> kinds) {
    if (decoder instanceof JsonObject part) {
      kinds.add(primitive(part.get("type")).getAsString());
      if (part.get("decoders") instanceof JsonArray parts) {
        parts.forEach(each -> kinds(each, kinds));
      }
    }
  }

  private void fill(JsonObject file, boolean overBytes) {
    JsonElement vocabulary = object(file.get("model")).get("vocab");
    if (vocabulary instanceof JsonArray pieces) {
      for (int id = 0; id < pieces.size(); id++) {
        if (!(pieces.get(id) instanceof JsonArray piece) || piece.isEmpty()) {
          throw new JsonParseException("a piece without a text");
        }
        put(id, bytes(primitive(piece.get(0)).getAsString(), overBytes));
      }
    } else {
      for (Map.Entry<String, JsonElement> entry : object(vocabulary).entrySet()) {
        put(primitive(entry.getValue()).getAsInt(), bytes(entry.getKey(), overBytes));
      }
    }
    if (file.get("added_tokens") instanceof JsonArray added) {
      added.forEach(token -> add(object(token)));
    }
  }

  private void add(JsonObject token) {
    String content = primitive(token.get("content")).getAsString();
    boolean special = token.get("special") instanceof JsonPrimitive mark && mark.getAsBoolean();
    put(
        primitive(token.get("id")).getAsInt(),
        special ? NONE : content.getBytes(StandardCharsets.UTF_8));
    if (special && content.length() > 1) {
      marks.add(content);
    }
  }

  private void put(int id, byte[] bytes) {
    if (id < 0 || id > 1 << 22) {
      throw new ModelException(
          "cannot use the tokenizer of "
              + what
              + ": a token's id is "
              + id
              + ", expected 0 or more");
    }
    while (tokens.size() <= id) {
      tokens.add(NONE);
    }
    tokens.set(id, bytes);
    known.set(id);
  }

  private static byte[] bytes(String token, boolean overBytes) {
    if (overBytes) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int i = 0; i < token.length(); i++) {
        Integer octet = ByteLetters.OCTETS.get(token.charAt(i));
        if (octet == null) {
          return token.getBytes(StandardCharsets.UTF_8);
        }
        bytes.write(octet);
      }
      return bytes.toByteArray();
    }
    if (token.length() == 6 && token.startsWith("<0x") && token.endsWith(">")) {
      return new byte[] {(byte) Integer.parseInt(token.substring(3, 5), 16)};
    }
    return token.replace('\u2581', ' ').getBytes(StandardCharsets.UTF_8);
  }

  /** The letters by which GPT-2's tokenizer writes bytes, visible ones for all 256. */
  private static final class ByteLetters {
    private static final Map<Character, Integer> OCTETS = new TreeMap<>();

    static {
      int next = 256;
      for (int octet = 0; octet < 256; octet++) {
        boolean visible = (octet >= '!' && octet <= '~') || (octet >= 0xa1 && octet != 0xad);
        OCTETS.put((char) (visible ? octet : next++), octet);
      }
    }
  }

  /** One more than the highest token. */
  int size() {
    return tokens.size();
  }

  /** The tokens that there are; between them ids may be missing. */
  BitSet known() {
    return known;
  }

  /** What a token stands for in a text: nothing for a special one. */
  byte[] bytes(int token) {
    return tokens.get(token);
  }

  /** The bytes of the longest token. */
  int longest() {
    return tokens.stream().mapToInt(bytes -> bytes.length).max().orElse(0);
  }

  /** The texts, of two chars and more, that the tokenizer takes for special tokens. */
  Set<String> marks() {
    return marks;
  }

  /** Token ids to bytes. */
  byte[] bytes(long... ids) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (long id : ids) {
      bytes.writeBytes(tokens.get(Math.toIntExact(id)));
    }
    return bytes.toByteArray();
  }

  /** The tokens by their bytes. A text within a form can always be ended by single bytes. */
  synchronized TokenTrie trie() {
    if (trie == null) {
      BitSet single = new BitSet();
      tokens.stream()
          .filter(bytes -> bytes.length == 1)
          .forEach(bytes -> single.set(bytes[0] & 0xff));
      for (int octet = 0x20; octet <= 0xf4; octet++) {
        boolean needed = octet != 0x7f && octet != 0xc0 && octet != 0xc1;
        if (needed && !single.get(octet)) {
          throw new ModelException(
              String.format(
                  Locale.ROOT,
                  "cannot hold %s to a schema: its tokenizer has no token for the single byte 0x%02x;"
                      + " use a model whose tokenizer knows all bytes, or check its replies",
                  what,
                  octet));
        }
      }
      trie = TokenTrie.of(tokens);
    }
    return trie;
  }
}
