package io.artrec.llm.question;

import java.util.Optional;
import java.util.regex.Pattern;

/** What is asked of many works at once, and how one asks it. */
enum Comparison {
  BUSIEST(
      "(?:which|what) (?:artist|painter).*\\bmost (?:works|paintings|pictures)|who has (?:the )?most (?:works|paintings|pictures)",
      "(?:谁|哪位画家|哪位艺术家|哪个画家).*作品最多"),
  OLDEST("\\b(?:oldest|earliest)\\b", "最早|最老|最古老"),
  NEWEST("\\b(?:newest|latest|youngest)\\b|\\bmost recent\\b", "最新|最晚|最近"),
  LARGEST("\\b(?:largest|biggest)\\b", "最大"),
  SMALLEST("\\bsmallest\\b", "最小"),
  DEAREST("\\bmost expensive\\b|\\bdearest\\b", "最贵"),
  CHEAPEST("\\bcheapest\\b|\\bleast expensive\\b", "最便宜"),
  COUNT("\\bhow many\\b|\\bnumber of\\b|\\bcount\\b", "多少(?:件|幅|张|个|尊)?|几(?:件|幅|张|个|尊)|总数|数量"),
  LIST(
      "^\\W*(?:which|what) (?:works|paintings|pictures|pieces|artworks) (?:are|were|do|by|show|depict|belong|come)\\b"
          + "|^\\W*(?:please )?(?:list|name|show me)\\b",
      "有哪些|哪些作品|列出");

  private final Pattern english;
  private final Pattern chinese;

  Comparison(String english, String chinese) {
    this.english = Pattern.compile(english, Pattern.CASE_INSENSITIVE);
    this.chinese = Pattern.compile(chinese);
  }

  static Optional<Comparison> of(String question) {
    for (Comparison comparison : values()) {
      if (comparison.english.matcher(question).find()
          || comparison.chinese.matcher(question).find()) {
        return Optional.of(comparison);
      }
    }
    return Optional.empty();
  }

  /** The question without the words that ask for this. */
  String without(String question) {
    return chinese.matcher(english.matcher(question).replaceAll(" ")).replaceAll(" ");
  }
}
