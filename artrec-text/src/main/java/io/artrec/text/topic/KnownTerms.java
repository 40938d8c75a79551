package io.artrec.text.topic;

import io.artrec.model.ModelFileException;
import io.artrec.model.StateReader;
import io.artrec.model.StateWriter;
import io.artrec.task.Workers;
import io.artrec.text.analysis.AnalyzedText;
import io.artrec.text.analysis.TextAnalysis;
import io.artrec.text.terms.Vocabulary;
import io.artrec.text.terms.internal.TermCounter;
import io.artrec.text.terms.internal.TermDocuments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The terms that topics speak of: how texts become counts of them, and how they are written. {@code
 * words} holds for each term the form it is most often written in, lower case, ties by characters.
 */
record KnownTerms(TextAnalysis analysis, Vocabulary vocabulary, List<String> words) {
  private static final String STAGE = "reading words as written";

  /** Terms and how often each stands in a text. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Counts(int[] terms, int[] counts) {
    int size() {
      return terms.length;
    }
  }

  KnownTerms {
    words = List.copyOf(words);
  }

  /** Counts the terms of texts and learns their vocabulary. */
  static TermDocuments count(List<String> texts, TopicSettings settings, Workers work) {
    return TermCounter.of(settings.analysis())
        .limits(settings.limits())
        .threads(work.threads())
        .progress(work.progress())
        .cancellation(work.cancellation())
        .learn(texts);
  }

  static KnownTerms of(
      TextAnalysis analysis, Vocabulary vocabulary, List<String> texts, Workers work) {
    List<Map<String, Integer>> forms = new ArrayList<>();
    for (int t = 0; t < vocabulary.size(); t++) {
      forms.add(new HashMap<>());
    }
    for (int d = 0; d < texts.size(); d++) {
      work.cancellation().check(STAGE);
      AnalyzedText analyzed = analysis.analyze(texts.get(d));
      for (AnalyzedText.Token token : analyzed.tokens()) {
        int t = vocabulary.index(token.term());
        if (t >= 0) {
          forms.get(t).merge(analyzed.surface(token).toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
      }
    }
    List<String> words = new ArrayList<>();
    for (int t = 0; t < vocabulary.size(); t++) {
      words.add(most(forms.get(t), vocabulary.term(t)));
    }
    return new KnownTerms(analysis, vocabulary, words);
  }

  private static String most(Map<String, Integer> forms, String otherwise) {
    String best = otherwise;
    int count = 0;
    for (Map.Entry<String, Integer> form : forms.entrySet()) {
      if (form.getValue() > count
          || (form.getValue() == count && form.getKey().compareTo(best) < 0)) {
        best = form.getKey();
        count = form.getValue();
      }
    }
    return best;
  }

  int size() {
    return vocabulary.size();
  }

  Counts counts(String text) {
    int[] found = new int[16];
    int n = 0;
    for (String term : analysis.terms(text)) {
      int t = vocabulary.index(term);
      if (t >= 0) {
        if (n == found.length) {
          found = Arrays.copyOf(found, 2 * n);
        }
        found[n++] = t;
      }
    }
    Arrays.sort(found, 0, n);
    int[] terms = new int[n];
    int[] counts = new int[n];
    int at = -1;
    for (int i = 0; i < n; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        terms[++at] = found[i];
      }
      counts[at]++;
    }
    return new Counts(Arrays.copyOf(terms, at + 1), Arrays.copyOf(counts, at + 1));
  }

  void save(StateWriter out) {
    out.putString("analysis", analysis.name());
    out.putString("analysisParameters", analysis.parameters());
    vocabulary.save(out);
    out.putStrings("words", words);
  }

  static KnownTerms read(StateReader in, TextAnalysis analysis) {
    String name = in.getString("analysis");
    String parameters = in.getString("analysisParameters");
    if (!name.equals(analysis.name()) || !parameters.equals(analysis.parameters())) {
      throw new ModelFileException(
          String.format(
              Locale.ROOT,
              "topics were learned with text analysis '%s' (%s), it was given '%s' (%s); give the"
                  + " same",
              name,
              parameters,
              analysis.name(),
              analysis.parameters()));
    }
    Vocabulary vocabulary = Vocabulary.read(in);
    List<String> words = in.getStrings("words");
    if (words.size() != vocabulary.size()) {
      throw new ModelFileException(
          "topics are damaged: " + vocabulary.size() + " terms but " + words.size() + " words");
    }
    return new KnownTerms(analysis, vocabulary, words);
  }
}
