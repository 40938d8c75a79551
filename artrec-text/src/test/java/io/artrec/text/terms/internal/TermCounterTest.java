package io.artrec.text.terms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.task.Cancellation;
import io.artrec.task.CancelledException;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.VocabularyLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TermCounterTest {
  private static final List<String> TEXTS =
      List.of("boat boat sea", "the", "sea owl boats", "zebra owl sea", "");

  private static TermCounter english() {
    return TermCounter.of(TextAnalysis.english());
  }

  private static List<String> row(TermDocuments counts, int document) {
    List<String> row = new ArrayList<>();
    for (int e = counts.start(document); e < counts.end(document); e++) {
      row.add(counts.vocabulary().term(counts.term(e)) + " " + counts.count(e));
    }
    return row;
  }

  @Test
  void handWorkedCase_isCounted() {
    TermDocuments counts = english().learn(TEXTS);

    Vocabulary vocabulary = counts.vocabulary();
    assertThat(vocabulary.terms()).containsExactly("sea", "boat", "owl");
    assertThat(vocabulary.documentFrequency(0)).isEqualTo(3);
    assertThat(vocabulary.documentFrequency(1)).isEqualTo(2);
    assertThat(vocabulary.documents()).isEqualTo(5);
    assertThat(vocabulary.averageLength()).isEqualTo(9.0 / 5);
    assertThat(vocabulary.index("owl")).isEqualTo(2);
    assertThat(vocabulary.index("zebra")).isEqualTo(-1);
    assertThat(counts.documents()).isEqualTo(5);
    assertThat(counts.entries()).isEqualTo(7);
    assertThat(row(counts, 0)).containsExactly("sea 1", "boat 2");
    assertThat(row(counts, 1)).isEmpty();
    assertThat(row(counts, 2)).containsExactly("sea 1", "boat 1", "owl 1");
    assertThat(row(counts, 3)).containsExactly("sea 1", "owl 1");
    assertThat(counts.length(3)).isEqualTo(3);
    assertThat(counts.length(4)).isZero();
  }

  @Test
  void postings_areTheSameCountsByTerm() {
    TermDocuments.Postings postings = english().learn(TEXTS).postings();

    assertThat(postings.start(0)).isZero();
    assertThat(postings.end(0)).isEqualTo(3);
    assertThat(postings.document(0)).isZero();
    assertThat(postings.document(2)).isEqualTo(3);
    assertThat(postings.count(postings.start(1))).isEqualTo(2);
    assertThat(postings.end(2)).isEqualTo(7);
  }

  @Test
  void limits_keepWhatTheyAllow_tiesByCharacters() {
    assertThat(learned(VocabularyLimits.none())).containsExactly("sea", "boat", "owl", "zebra");
    assertThat(learned(VocabularyLimits.none().minDocuments(3))).containsExactly("sea");
    assertThat(learned(VocabularyLimits.none().maxDocumentShare(0.4)))
        .containsExactly("boat", "owl", "zebra");
    assertThat(learned(VocabularyLimits.none().maxTerms(2))).containsExactly("sea", "boat");
  }

  private static List<String> learned(VocabularyLimits limits) {
    return english().limits(limits).learn(TEXTS).vocabulary().terms();
  }

  @Test
  void knownVocabulary_countsItsTermsOnly() {
    Vocabulary vocabulary = Vocabulary.of(List.of("zebra", "sea"), new int[] {1, 2}, 9, 4);
    TermDocuments counts = english().count(TEXTS, vocabulary);

    assertThat(row(counts, 3)).containsExactly("zebra 1", "sea 1");
    assertThat(counts.length(0)).isEqualTo(3);
    assertThat(counts.vocabulary()).isSameAs(vocabulary);
  }

  @Test
  void result_doesNotDependOnThreads() {
    Random random = new Random(3);
    List<String> texts = new ArrayList<>();
    for (int d = 0; d < 2_000; d++) {
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < 20; w++) {
        text.append("w").append((int) Math.abs(random.nextGaussian() * 300)).append(' ');
      }
      texts.add(text.toString());
    }
    TermDocuments one = english().threads(1).learn(texts);
    TermDocuments eight = english().threads(8).learn(texts);
    assertThat(eight.vocabulary().fingerprint()).isEqualTo(one.vocabulary().fingerprint());
    TermDocuments counted = english().count(texts, one.vocabulary());
    for (int d = 0; d < texts.size(); d++) {
      assertThat(row(eight, d)).isEqualTo(row(one, d)).isEqualTo(row(counted, d));
    }
  }

  @Test
  void noTexts_giveAnEmptyMatrix() {
    TermDocuments none = english().learn(List.of());
    assertThat(none.documents()).isZero();
    assertThat(none.entries()).isZero();
    assertThat(none.vocabulary().size()).isZero();
    assertThat(none.vocabulary().averageLength()).isZero();
  }

  @Test
  void cancelled_stops() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() -> english().cancellation(cancellation).learn(TEXTS))
        .isInstanceOf(CancelledException.class)
        .hasMessageContaining("counting terms");
  }

  @Test
  void progress_countsTexts() {
    List<String> heard = new ArrayList<>();
    english()
        .threads(1)
        .progress((stage, done, total) -> heard.add(stage + " " + done + "/" + total))
        .learn(TEXTS);
    assertThat(heard).contains("counting terms 5/5");
  }

  @Test
  void unfitValues_areRefused() {
    assertThatThrownBy(() -> VocabularyLimits.none().minDocuments(0))
        .hasMessage("minDocuments is 0, expected 1 or more");
    assertThatThrownBy(() -> VocabularyLimits.none().maxDocumentShare(1.5))
        .hasMessage("maxDocumentShare is 1.5, expected above 0, at most 1");
    assertThatThrownBy(() -> VocabularyLimits.none().maxTerms(0))
        .hasMessage("maxTerms is 0, expected 1 or more");
    assertThatThrownBy(() -> Vocabulary.of(List.of("a"), new int[] {3}, 2, 1))
        .hasMessage(
            "document frequency of term 'a' is 3, expected 1 to 2, the number of documents");
    assertThatThrownBy(() -> Vocabulary.of(List.of("a", "a"), new int[] {1, 1}, 2, 1))
        .hasMessage("term 'a' is there twice");
    assertThatThrownBy(() -> Vocabulary.of(List.of("a"), new int[] {}, 2, 1))
        .hasMessage("1 terms but 0 document frequencies");
    assertThatThrownBy(() -> english().threads(0)).hasMessage("threads is 0, expected 1 or more");
  }
}
