package io.artrec.text.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artrec.catalog.Artwork;
import io.artrec.text.keyword.Keyword;
import io.artrec.text.keyword.KeywordExtractor;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds for an extractor written for it; each broken one is found out. */
class KeywordExtractorContractTest extends KeywordExtractorContract {
  /** The longest words. */
  private static class Longest implements KeywordExtractor {
    @Override
    public List<Keyword> keywords(String text, int most) {
      if (most < 1) {
        throw new IllegalArgumentException("most is " + most + ", expected 1 or more");
      }
      return Stream.of(text.split("[^a-z\\p{M}]+", -1))
          .map(word -> Normalizer.normalize(word, Normalizer.Form.NFC))
          .filter(word -> !word.isEmpty())
          .distinct()
          .map(word -> new Keyword(word, word.length()))
          .sorted(Comparator.comparingDouble(Keyword::weight).reversed())
          .limit(most)
          .toList();
    }
  }

  @Override
  protected KeywordExtractor extractor() {
    return new Longest();
  }

  private static void isFoundOut(KeywordExtractor broken, Consumer<KeywordExtractorContract> by) {
    KeywordExtractorContract contract =
        new KeywordExtractorContract() {
          @Override
          protected KeywordExtractor extractor() {
            return broken;
          }
        };
    assertThatThrownBy(() -> by.accept(contract)).isInstanceOf(AssertionError.class);
  }

  @Test
  void wordsFromElsewhere_twins_tooMany_andTheLightestFirst_areFoundOut() {
    isFoundOut(
        (text, most) -> List.of(new Keyword("unicorn", 1)),
        KeywordExtractorContract::keywords_standInTheText_eachOnce_byFallingWeight);
    isFoundOut(
        (text, most) -> new Longest().keywords(text, 50),
        KeywordExtractorContract::keywords_standInTheText_eachOnce_byFallingWeight);
    isFoundOut(
        (text, most) -> {
          List<Keyword> words = new ArrayList<>(new Longest().keywords(text, most));
          Collections.reverse(words);
          return words;
        },
        KeywordExtractorContract::keywords_standInTheText_eachOnce_byFallingWeight);
    isFoundOut(
        (text, most) -> {
          List<Keyword> words = new ArrayList<>(new Longest().keywords(text, 2));
          words.addAll(words.subList(words.size() - 1, words.size()));
          return words;
        },
        KeywordExtractorContract::keywords_standInTheText_eachOnce_byFallingWeight);
  }

  @Test
  void nonsenseThatIsTaken_isFoundOut() {
    isFoundOut(
        (text, most) -> new Longest().keywords(text, Math.max(1, most)),
        KeywordExtractorContract::countsBelowOne_areRefused);
    isFoundOut(
        (text, most) -> List.of(new Keyword("untitled", 1)),
        KeywordExtractorContract::textsWithoutWords_haveNone);
  }

  @Test
  void artworksReadByTheirTitleAlone_areFoundOut() {
    isFoundOut(
        new Longest() {
          @Override
          public List<Keyword> keywords(Artwork artwork, int most) {
            return keywords(artwork.title(), most);
          }
        },
        KeywordExtractorContract::artworks_areReadByTheirText);
  }

  @Test
  void keywordsThatDependOnWhatWasAskedBefore_areFoundOut() {
    AtomicInteger asked = new AtomicInteger();
    isFoundOut(
        (text, most) -> List.of(new Keyword("sea", asked.incrementAndGet())),
        KeywordExtractorContract::manyThreads_getTheSame);
  }
}
