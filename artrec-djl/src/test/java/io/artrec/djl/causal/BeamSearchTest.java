package io.artrec.djl.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.artrec.djl.PyTorch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of three letters, few enough to try all. */
@Timeout(120)
class BeamSearchTest {
  private static final int MOST = 4;
  private static final int END = 3;

  private double best;
  private String bestText = "";

  @BeforeAll
  static void needPyTorch() {
    PyTorch.assumeAvailable();
  }

  private static CausalModel open(long seed) {
    TinyGpt gpt = new TinyGpt(4, 1, 2);
    return CausalModel.open(
        gpt.source(gpt.random(seed, 0.6), ByteTokenizer.ofLetters("abc"), END),
        CausalOptions.standard().device("cpu"));
  }

  /** Tries every text that ends, or has as many tokens as are allowed. */
  private void tryAll(CausalModel model, long[] prompt, String text, double likely, int count) {
    float[] logits;
    try (CausalSession session = model.session()) {
      logits = session.append(prompt);
    }
    double sum = TokenChooser.logSum(logits);
    for (int token = 0; token < logits.length; token++) {
      double all = likely + logits[token] - sum;
      String longer = text + model.text(token);
      if (token == END || count == MOST) {
        if (all > best) {
          best = all;
          bestText = longer;
        }
      } else {
        long[] next = java.util.Arrays.copyOf(prompt, prompt.length + 1);
        next[prompt.length] = token;
        tryAll(model, next, longer, all, count + 1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void widestBeamFindsTheLikeliestOfAllTexts(long seed) {
    try (CausalModel model = open(seed)) {
      long[] prompt = {0, 1};
      best = Double.NEGATIVE_INFINITY;
      tryAll(model, prompt, "", 0, 1);

      Generation found = model.generate(prompt, Decoding.beam(27).maxTokens(MOST), piece -> {});
      assertThat(found.text()).isEqualTo(bestText);
      assertThat(found.logProbability()).isCloseTo(best, within(1e-4));

      Generation narrow = model.generate(prompt, Decoding.beam(2).maxTokens(MOST), piece -> {});
      Generation greedy = model.generate(prompt, Decoding.greedy().maxTokens(MOST), piece -> {});
      assertThat(narrow.logProbability()).isLessThanOrEqualTo(best + 1e-4);
      Generation one = model.generate(prompt, Decoding.beam(1).maxTokens(MOST), piece -> {});
      assertThat(one.text()).isEqualTo(greedy.text());
    }
  }
}
