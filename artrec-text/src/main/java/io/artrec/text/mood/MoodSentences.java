package io.artrec.text.mood;

import io.artrec.catalog.Artwork;
import io.artrec.text.subject.Distress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a {@link MoodWalk} says of itself, in English or Chinese. */
final class MoodSentences {
  /** A difference that is worth a word. */
  private static final double NOTABLE = 0.05;

  /** What adds less than this to a mood is not named. */
  private static final double TOLD = 0.03;

  private static final int MOST_NAMED = 3;

  private static final Map<Distress, String> CHINESE_DISTRESS =
      new EnumMap<>(
          Map.of(
              Distress.WAR, "战争",
              Distress.DEATH, "死亡",
              Distress.ILLNESS, "疾病",
              Distress.CRUELTY, "残酷",
              Distress.NUDITY, "裸体"));

  private static final MoodSentences ENGLISH = new MoodSentences(false);
  private static final MoodSentences CHINESE = new MoodSentences(true);

  private final boolean chinese;
  private final Locale locale;

  private MoodSentences(boolean chinese) {
    this.chinese = chinese;
    locale = chinese ? Locale.CHINESE : Locale.ENGLISH;
  }

  static MoodSentences of(Locale language) {
    return language.getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }

  String step(MoodStep step) {
    String head =
        String.format(
            Locale.ROOT, chinese ? "第%d步（共%d步）" : "Step %d of %d", step.number(), step.of());
    if (step.work().isEmpty()) {
      String mood = step.stationName(locale);
      boolean first = step.before().isEmpty();
      return chinese
          ? head + "：推荐给你的作品中没有接近“" + mood + (first ? "”的。" : "”且能接着往下走的。")
          : head
              + ": of what is recommended to you nothing lies near "
              + mood
              + (first ? "." : " and goes on from here.");
    }
    MatchedArtwork work = step.work().get();
    String why = evidence(work.mood());
    String place = place(step, work);
    Artwork artwork = work.recommendation().artwork();
    return chinese
        ? head + "，《" + artwork.title() + "》：" + place + "，依据是" + why + "。"
        : head + ", \"" + artwork.title() + "\": " + place + ", judging by " + why + ".";
  }

  private String place(MoodStep step, MatchedArtwork work) {
    String mood = step.stationName(locale);
    if (step.before().isEmpty()) {
      return step.number() == 1
          ? (chinese ? "从你现在的心情开始，接近“" + mood + "”" : "begins where you are, near " + mood)
          : (chinese ? "接近“" + mood + "”" : "near " + mood);
    }
    String change = change(step.before().get().mood().affect(), work.mood().affect());
    if (step.isLast()) {
      return change + (chinese ? "，到达“" + mood + "”附近" : ", and near " + mood);
    }
    return change;
  }

  private String change(Affect before, Affect now) {
    List<String> words = new ArrayList<>();
    double pleasant = now.valence() - before.valence();
    double stirred = now.arousal() - before.arousal();
    if (Math.abs(pleasant) >= NOTABLE) {
      words.add(pleasant > 0 ? (chinese ? "更明朗" : "brighter") : (chinese ? "更沉郁" : "more somber"));
    }
    if (Math.abs(stirred) >= NOTABLE) {
      words.add(stirred > 0 ? (chinese ? "更有生气" : "livelier") : (chinese ? "更平静" : "calmer"));
    }
    if (words.isEmpty()) {
      return chinese ? "与前一件心情相近" : "much like the one before";
    }
    return chinese
        ? "比前一件" + String.join("、", words)
        : String.join(" and ", words) + " than the one before";
  }

  /** What adds most to a mood, either way. */
  private String evidence(ArtworkMood mood) {
    List<String> parts =
        mood.contributions().stream()
            .filter(part -> size(part) >= TOLD && part.source() != MoodSource.COLLECTION)
            .sorted(Comparator.comparingDouble(part -> -size(part)))
            .map(part -> source(part.source(), mood))
            .toList();
    if (parts.isEmpty()) {
      return chinese ? "没有明显的情绪痕迹" : "nothing that stirs either way";
    }
    return chinese ? String.join("、", parts) : joined(parts);
  }

  private static double size(MoodContribution part) {
    return Math.max(Math.abs(part.valence()), Math.abs(part.arousal()));
  }

  private String source(MoodSource source, ArtworkMood mood) {
    return switch (source) {
      case COLORS -> chinese ? "色彩" : "its colors";
      case COMPOSITION -> chinese ? "构图" : "its composition";
      case SUBJECTS ->
          named(
              chinese ? "所画内容" : "what it shows",
              mood.subjects().stream().map(found -> found.subject().label(locale)).toList());
      case WORDS ->
          named(chinese ? "文字" : "its words", mood.words().stream().map(MoodWord::word).toList());
      case COLLECTION -> "";
    };
  }

  private String named(String what, List<String> names) {
    List<String> shown = names.stream().distinct().limit(MOST_NAMED).toList();
    return chinese
        ? what + "（" + String.join("、", shown) + "）"
        : what + " (" + String.join(", ", shown) + ")";
  }

  String note(MoodWalk walk) {
    List<String> sentences = new ArrayList<>();
    if (!walk.keptOut().isEmpty()) {
      List<String> marks =
          walk.keptOut().stream()
              .sorted()
              .map(
                  mark ->
                      chinese ? CHINESE_DISTRESS.get(mark) : mark.name().toLowerCase(Locale.ROOT))
              .toList();
      sentences.add(
          chinese
              ? "已排除记录中涉及" + String.join("、", marks) + "的作品。"
              : "Works whose records name " + joined(marks, " or ") + " are kept out.");
    }
    int filled = walk.filled().size();
    int empty = walk.steps().size() - filled;
    if (empty > 0) {
      sentences.add(
          chinese
              ? String.format(Locale.ROOT, "%d步中有%d步没有合适的作品。", walk.steps().size(), empty)
              : String.format(
                  Locale.ROOT, "%d of %d steps have no work.", empty, walk.steps().size()));
    }
    return String.join(chinese ? "" : " ", sentences);
  }

  private static String joined(List<String> parts) {
    return joined(parts, " and ");
  }

  private static String joined(List<String> parts, String last) {
    int end = parts.size() - 1;
    return end == 0
        ? parts.get(0)
        : String.join(", ", parts.subList(0, end)) + last + parts.get(end);
  }
}
