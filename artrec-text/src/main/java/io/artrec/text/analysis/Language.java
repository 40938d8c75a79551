package io.artrec.text.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;

/**
 * A language with an analyzer.
 *
 * @param code the ISO 639 code, with a region where there are two
 * @param name the English name
 * @param analyzer makes the analyzer
 */
record Language(String code, String name, Supplier<Analyzer> analyzer) {
  /** All there are, by code. */
  static final List<Language> ALL =
      List.of(
          new Language("ar", "Arabic", ArabicAnalyzer::new),
          new Language("bg", "Bulgarian", BulgarianAnalyzer::new),
          new Language("bn", "Bengali", BengaliAnalyzer::new),
          new Language("ca", "Catalan", CatalanAnalyzer::new),
          new Language("ckb", "Sorani", SoraniAnalyzer::new),
          new Language("cs", "Czech", CzechAnalyzer::new),
          new Language("da", "Danish", DanishAnalyzer::new),
          new Language("de", "German", GermanAnalyzer::new),
          new Language("el", "Greek", GreekAnalyzer::new),
          new Language("en", "English", Language::english),
          new Language("es", "Spanish", SpanishAnalyzer::new),
          new Language("et", "Estonian", EstonianAnalyzer::new),
          new Language("eu", "Basque", BasqueAnalyzer::new),
          new Language("fa", "Persian", PersianAnalyzer::new),
          new Language("fi", "Finnish", FinnishAnalyzer::new),
          new Language("fr", "French", FrenchAnalyzer::new),
          new Language("ga", "Irish", IrishAnalyzer::new),
          new Language("gl", "Galician", GalicianAnalyzer::new),
          new Language("hi", "Hindi", HindiAnalyzer::new),
          new Language("hu", "Hungarian", HungarianAnalyzer::new),
          new Language("hy", "Armenian", ArmenianAnalyzer::new),
          new Language("id", "Indonesian", IndonesianAnalyzer::new),
          new Language("it", "Italian", ItalianAnalyzer::new),
          new Language("ja", "Japanese", CJKAnalyzer::new),
          new Language("ko", "Korean", CJKAnalyzer::new),
          new Language("lt", "Lithuanian", LithuanianAnalyzer::new),
          new Language("lv", "Latvian", LatvianAnalyzer::new),
          new Language("ne", "Nepali", NepaliAnalyzer::new),
          new Language("nl", "Dutch", DutchAnalyzer::new),
          new Language("no", "Norwegian", NorwegianAnalyzer::new),
          new Language("pt", "Portuguese", PortugueseAnalyzer::new),
          new Language("pt-br", "Brazilian Portuguese", BrazilianAnalyzer::new),
          new Language("ro", "Romanian", RomanianAnalyzer::new),
          new Language("ru", "Russian", RussianAnalyzer::new),
          new Language("sr", "Serbian", SerbianAnalyzer::new),
          new Language("sv", "Swedish", SwedishAnalyzer::new),
          new Language("ta", "Tamil", TamilAnalyzer::new),
          new Language("te", "Telugu", TeluguAnalyzer::new),
          new Language("th", "Thai", ThaiAnalyzer::new),
          new Language("tr", "Turkish", TurkishAnalyzer::new),
          new Language("zh", "Chinese", Language::chinese));

  static Analyzer english() {
    CharArraySet stopWords = new CharArraySet(EnglishAnalyzer.getDefaultStopSet(), false);
    stopWords.addAll(WordList.bundled("english-stop-words.txt"));
    return new EnglishAnalyzer(stopWords);
  }

  static Analyzer chinese() {
    CharArraySet stopWords = new CharArraySet(SmartChineseAnalyzer.getDefaultStopSet(), false);
    stopWords.addAll(WordList.bundled("chinese-stop-words.txt"));
    stopWords.addAll(stems(EnglishAnalyzer.getDefaultStopSet()));
    stopWords.addAll(stems(WordList.bundled("english-stop-words.txt")));
    return new SmartChineseAnalyzer(stopWords);
  }

  /** The Chinese analyzer stems English words before it looks for stop words. */
  private static List<String> stems(Collection<?> words) {
    List<String> stems = new ArrayList<>();
    Analyzer stemmer =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokens = new WhitespaceTokenizer();
            return new TokenStreamComponents(tokens, new PorterStemFilter(tokens));
          }
        };
    try (stemmer) {
      for (Object word : words) {
        String text = word instanceof char[] letters ? new String(letters) : word.toString();
        new LuceneTokens(stemmer)
            .tokens(text, (term, start, end, step) -> stems.add(term.toString()));
      }
    }
    return stems;
  }

  /**
   * Finds a language: by its name or code, or by a language tag that begins with its code.
   *
   * @throws IllegalArgumentException when there is none; the message lists all
   */
  static Language of(String nameOrCode) {
    String wanted = nameOrCode.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    String main = wanted.contains("-") ? wanted.substring(0, wanted.indexOf('-')) : wanted;
    String synonym = main.equals("nb") || main.equals("nn") ? "no" : main;
    for (String code : List.of(wanted, synonym)) {
      for (Language language : ALL) {
        if (language.code.equals(code) || language.name.toLowerCase(Locale.ROOT).equals(code)) {
          return language;
        }
      }
    }
    StringBuilder known = new StringBuilder();
    ALL.forEach(
        language ->
            known
                .append(known.length() > 0 ? ", " : "")
                .append(language.code)
                .append(" (")
                .append(language.name)
                .append(')'));
    throw new IllegalArgumentException(
        "no analysis for language '"
            + nameOrCode
            + "'; expected a code or name of "
            + known
            + "; or pass a Lucene analyzer: TextAnalysis.of(name, analyzer)");
  }
}
