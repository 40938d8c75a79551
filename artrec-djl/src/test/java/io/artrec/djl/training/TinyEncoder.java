package io.artrec.djl.training;

import io.artrec.djl.ModelSource;
import io.artrec.djl.text.Pooling;
import io.artrec.djl.text.TextEncoderOptions;
import io.artrec.djl.transformer.internal.TinyBert;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A small encoder with random weights whose vocabulary is sixteen words. */
final class TinyEncoder {
  static final List<String> WORDS =
      List.of(
          "art", "works", "of", "sea", "boat", "tree", "cat", "dog", "sun", "moon", "red", "blue",
          "old", "new", "near", "far");

  private TinyEncoder() {}

  static ModelSource source(int layers, long seed) {
    return source(TinyBert.bytes(TinyBert.Form.PLAIN, layers, seed));
  }

  static ModelSource source(byte[] model) {
    return ModelSource.inMemory(
        Map.of(
            "model.onnx", model, "tokenizer.json", tokenizer().getBytes(StandardCharsets.UTF_8)));
  }

  static TextEncoderOptions options(Pooling pooling) {
    return TextEncoderOptions.standard().pooling(pooling).maxTokens(TinyBert.POSITIONS);
  }

  private static String tokenizer() {
    StringBuilder vocabulary = new StringBuilder();
    List<String> special = List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]");
    for (int i = 0; i < TinyBert.WORDS; i++) {
      String word = i < special.size() ? special.get(i) : WORDS.get(i - special.size());
      vocabulary.append(i == 0 ? "" : ",").append('"').append(word).append("\":").append(i);
    }
    return """
    {"version":"1.0","truncation":null,"padding":null,
     "added_tokens":[
      {"id":1,"content":"[UNK]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
      {"id":2,"content":"[CLS]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true},
      {"id":3,"content":"[SEP]","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,"special":true}],
     "normalizer":{"type":"Lowercase"},
     "pre_tokenizer":{"type":"Whitespace"},
     "post_processor":{"type":"TemplateProcessing",
      "single":[{"SpecialToken":{"id":"[CLS]","type_id":0}},{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"[SEP]","type_id":0}}],
      "pair":[{"Sequence":{"id":"A","type_id":0}},{"Sequence":{"id":"B","type_id":1}}],
      "special_tokens":{
       "[CLS]":{"id":"[CLS]","ids":[2],"tokens":["[CLS]"]},
       "[SEP]":{"id":"[SEP]","ids":[3],"tokens":["[SEP]"]}}},
     "decoder":null,
     "model":{"type":"WordLevel","vocab":{%s},"unk_token":"[UNK]"}}
    """
        .formatted(vocabulary);
  }
}
