package io.artrec.llm.question;

import java.util.Optional;
import java.util.regex.Pattern;

/** A field of a record that a question asks for, and how one asks for it. */
enum AskedField {
  PRICE("how much (?:does|do|is|are|would)|\\bprice|\\bcosts?\\b|how expensive", "多少钱|价格|售价|卖多少"),
  MAKER(
      "\\bwho (?:has |had )?(?:painted|made|created|drew|carved|sculpted|photographed|printed|engraved|designed|did)\\b"
          + "|\\bby whom\\b|\\b(?:artist|painter|author|sculptor|maker|photographer|creator) (?:of|behind)\\b"
          + "|\\bwho (?:is|was) the (?:artist|painter|author|sculptor|maker|photographer|creator)\\b",
      "谁(?:画|创作|绘|做|制作|拍|刻)|作者|是谁的作品|出自谁|哪位(?:画家|艺术家)"),
  DATE(
      "\\bwhen\\b|(?:what|which) year|how old (?:is|are)|\\bdate of\\b|\\bdated\\b",
      "什么时候|何时|哪一年|哪年|什么年代|创作年份|创作时间"),
  PLACE(
      "\\bwhere (?:is|are|can|does|do|hangs?)\\b|\\b(?:which|what) (?:museum|collection|gallery)\\b"
          + "|\\blocation of\\b",
      "在哪|收藏在|藏于|哪个(?:博物馆|美术馆)|何处|哪里"),
  WIDTH("how (?:wide|broad)|\\bwidth\\b", "多宽|宽度"),
  HEIGHT("how (?:tall|high)|\\bheight\\b", "多高|高度"),
  SIZE("how (?:large|big|long|deep)|\\bdimensions\\b|\\bsize of\\b|\\bmeasures?\\b", "多大|尺寸|大小"),
  TECHNIQUE("\\btechniques?\\b", "技法|手法|工艺"),
  MEDIUM(
      "\\bmedium\\b|\\bmaterials?\\b|\\bmade (?:of|from|out of|with)\\b|painted (?:on|with)",
      "材质|材料|媒介|什么做的|画在什么"),
  MOVEMENT("\\bmovement\\b|\\bstyle\\b|\\bschool\\b", "流派|风格|画派"),
  GENRE("\\bgenre\\b", "体裁|题材类型"),
  COLORS("\\bcolou?rs?\\b|\\bpalette\\b", "颜色|色彩|什么色"),
  SUBJECTS(
      "what (?:does|do|did) .+ (?:show|depict|portray|represent)"
          + "|what (?:is|are) (?:shown|depicted|seen|represented|portrayed) (?:in|on|by)"
          + "|what (?:can|do) (?:you|i|we|one) see (?:in|on)|what (?:is|are) on\\b|\\bsubjects? of\\b",
      "画的是什么|画了什么|画面(?:上|中|里)有什么|描绘(?:的是|了)?什么|表现(?:的是|了)?什么");

  private final Pattern english;
  private final Pattern chinese;

  AskedField(String english, String chinese) {
    this.english = Pattern.compile(english, Pattern.CASE_INSENSITIVE);
    this.chinese = Pattern.compile(chinese);
  }

  static Optional<AskedField> of(String question) {
    for (AskedField field : values()) {
      if (field.english.matcher(question).find() || field.chinese.matcher(question).find()) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** The question without the words that ask for this. */
  String without(String question) {
    return chinese.matcher(english.matcher(question).replaceAll(" ")).replaceAll(" ");
  }
}
