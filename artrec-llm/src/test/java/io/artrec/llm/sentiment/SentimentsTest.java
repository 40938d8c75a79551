package io.artrec.llm.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import io.artrec.llm.embedding.TransformerEncoder;
import io.artrec.text.sentiment.Sentiment;
import io.artrec.text.sentiment.Sentiment.Label;
import io.artrec.text.sentiment.SentimentAnalyzer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What is ready without labels, on sentences that nothing was fitted to. They are written to be
 * hard (irony, understatement, chatter); the floors are what must not be lost, not what plain
 * reviews get.
 */
class SentimentsTest {
  private static List<SentimentExample> heldOut(String resource) throws IOException {
    List<SentimentExample> examples = new ArrayList<>();
    try (InputStream in = SentimentsTest.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          Label label =
              line.charAt(0) == '+'
                  ? Label.POSITIVE
                  : line.charAt(0) == '-' ? Label.NEGATIVE : Label.NEUTRAL;
          examples.add(new SentimentExample(line.substring(2), label));
        }
      }
    }
    return examples;
  }

  private static double accuracy(SentimentAnalyzer analyzer, List<SentimentExample> examples) {
    List<Sentiment> found =
        analyzer.analyzeAll(examples.stream().map(SentimentExample::text).toList());
    int right = 0;
    for (int i = 0; i < examples.size(); i++) {
      right += found.get(i).label() == examples.get(i).label() ? 1 : 0;
    }
    return right / (double) examples.size();
  }

  @Test
  void english_blendIsBetterThanWordLists() throws IOException {
    List<SentimentExample> examples = heldOut("english-held-out.txt");
    try (TransformerEncoder encoder = TransformerEncoder.miniLm()) {
      SentimentAnalyzer blend = Sentiments.english(encoder);
      assertThat(accuracy(Sentiments.english(), examples)).isGreaterThan(0.42);
      assertThat(accuracy(blend, examples))
          .isGreaterThan(0.47)
          .isGreaterThan(accuracy(Sentiments.english(), examples));
      assertThat(blend.analyze("The light is tender and I adore it.").label())
          .isEqualTo(Label.POSITIVE);
      assertThat(blend.analyze("Not worth a look.").label()).isEqualTo(Label.NEGATIVE);
      assertThat(blend.analyze(" ")).isEqualTo(Sentiment.neutral());
      for (SentimentExample example : examples.subList(0, 5)) {
        assertThat(blend.analyzeAll(List.of(example.text())))
            .containsExactly(blend.analyze(example.text()));
      }
    }
  }

  @Test
  void chinese_blendIsNotWorseThanWordLists() throws IOException {
    List<SentimentExample> examples = heldOut("chinese-held-out.txt");
    try (TransformerEncoder encoder = TransformerEncoder.bgeChinese()) {
      SentimentAnalyzer blend = Sentiments.chinese(encoder);
      assertThat(accuracy(Sentiments.chinese(), examples)).isGreaterThan(0.45);
      assertThat(accuracy(blend, examples)).isGreaterThan(0.48);
      assertThat(blend.analyze("房间很干净，服务也好，下次还来").label()).isEqualTo(Label.POSITIVE);
      assertThat(blend.analyze("质量太差，用了一天就坏了").label()).isEqualTo(Label.NEGATIVE);
    }
  }

  @Test
  void ownExamples_areAsManyAsStatedAndNotHeldOut() throws IOException {
    for (List<SentimentExample> own :
        List.of(SentimentExample.english(), SentimentExample.chinese())) {
      assertThat(own).hasSizeGreaterThan(400).doesNotHaveDuplicates();
    }
    Set<String> texts = new HashSet<>();
    SentimentExample.english().forEach(e -> texts.add(e.text()));
    SentimentExample.chinese().forEach(e -> texts.add(e.text()));
    for (String file : List.of("english-held-out.txt", "chinese-held-out.txt")) {
      assertThat(heldOut(file)).noneMatch(e -> texts.contains(e.text()));
    }
  }
}
