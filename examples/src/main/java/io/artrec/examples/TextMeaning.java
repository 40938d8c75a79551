package io.artrec.examples;

import io.artrec.djl.ModelException;
import io.artrec.feature.Feature;
import io.artrec.llm.embedding.TextEmbedding;
import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.strategy.Strategy;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.search.TextSearch;
import io.artrec.text.terms.TermFeature;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How texts are compared and searched: by a language model inside the process, or by their words
 * where none can be loaded.
 *
 * @param feature the texts as vectors
 * @param search finds works by words
 * @param encoder the language model, open; empty where words take over
 * @param note why words took over, one line
 */
record TextMeaning(
    Feature feature, Strategy search, Optional<TransformerEncoder> encoder, Optional<String> note) {

  /** Opens the model for a language. */
  static TextMeaning byModel(boolean chinese) {
    return byModel(chinese, chinese ? TransformerEncoder::bgeChinese : TransformerEncoder::miniLm);
  }

  static TextMeaning byModel(boolean chinese, Supplier<TransformerEncoder> model) {
    try {
      TransformerEncoder encoder = model.get();
      encoder.open();
      return new TextMeaning(
          TextEmbedding.of(encoder),
          TextSearch.byMeaning(encoder),
          Optional.of(encoder),
          Optional.empty());
    } catch (ModelException e) {
      return byWords(
          chinese, Optional.of("No language model, words instead (TF-IDF): " + oneLine(e)));
    }
  }

  /** Why a model is not there, without the Maven lines to add. */
  static String oneLine(ModelException failure) {
    String first = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    int fix = first.indexOf("; it is the application's choice");
    return fix < 0 ? first : first.substring(0, fix);
  }

  /** Compares by weighted words. */
  static TextMeaning byWords(boolean chinese) {
    return byWords(chinese, Optional.empty());
  }

  private static TextMeaning byWords(boolean chinese, Optional<String> note) {
    TextAnalysis analysis = chinese ? TextAnalysis.chinese() : TextAnalysis.english();
    return new TextMeaning(
        TermFeature.tfIdf(analysis), TextSearch.byKeywords(analysis), Optional.empty(), note);
  }
}
