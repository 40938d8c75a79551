package io.artrec;

import io.artrec.behavior.Interaction;
import io.artrec.behavior.Interest;
import io.artrec.catalog.Trait;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is held about somebody, in sentences. */
final class PersonalDataText {
  private final PersonalData data;
  private final boolean chinese;
  private final StringBuilder text = new StringBuilder();

  private PersonalDataText(PersonalData data, Locale language) {
    this.data = data;
    chinese = language.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  static String of(PersonalData data, Locale language) {
    PersonalDataText writer = new PersonalDataText(data, language);
    writer.write();
    return writer.text.toString();
  }

  private String either(String english, String inChinese) {
    return chinese ? inChinese : english;
  }

  private void write() {
    text.append(
        either(
            "What is held about '" + data.visitor() + "' on " + data.time() + ".\n",
            data.time() + " 所保存的关于“" + data.visitor() + "”的资料。\n"));
    if (data.isEmpty()) {
      text.append(either("Nothing.\n", "没有任何资料。\n"));
    }
    if (data.isOptedOut()) {
      text.append(
          either(
              "You have opted out: nothing new is kept. That you did is kept by a hash of the id.\n",
              "您已选择退出：不再保存新的资料；退出这件事以标识的散列值保存。\n"));
    }
    list(either("What you did, in the training data", "您的行为（训练数据）"), data.trainedEvents());
    list(either("What you did since then", "此后的行为"), data.liveEvents());
    list(either("What you were shown", "向您展示过的作品"), data.shown());
    traits(either("You follow", "您关注"), data.preferences().followed());
    traits(either("You block", "您屏蔽"), data.preferences().blocked());
    section(either("Your interests", "您的兴趣"), data.interests().interests());
    section(either("Events that you took back", "您撤回的事件"), data.takenBack());
    where();
    data.others().forEach(this::other);
    data.failures()
        .forEach(
            (name, why) ->
                text.append(
                    either(
                        "'" + name + "' could not say what it holds: " + why + "\n",
                        "“" + name + "”无法说明所保存的内容：" + why + "\n")));
  }

  private void list(String title, Collection<Interaction> events) {
    section(title, events.stream().map(this::line).toList());
  }

  private String line(Interaction event) {
    return event.time().map(time -> time + " ").orElse("")
        + event.kind().code()
        + " "
        + event.artwork()
        + (event.value() == 1 ? "" : " " + event.value())
        + event.comment().map(words -> either(": \"" + words + "\"", "：“" + words + "”")).orElse("")
        + event.eventId().map(id -> " [" + id + "]").orElse("");
  }

  private void traits(String title, Collection<Trait> traits) {
    if (!traits.isEmpty()) {
      String names =
          traits.stream().map(Trait::name).collect(Collectors.joining(either(", ", "、")));
      text.append(title).append(either(": ", "：")).append(names).append('\n');
    }
  }

  private void section(String title, Collection<?> lines) {
    if (!lines.isEmpty()) {
      text.append(title).append(" (").append(lines.size()).append(")").append(either(":", "："));
      lines.forEach(line -> text.append("\n- ").append(worded(line)));
      text.append('\n');
    }
  }

  private String worded(Object line) {
    if (!(line instanceof Interest interest)) {
      return line.toString();
    }
    String weight = String.format(Locale.ROOT, "%+.2f", data.interests().weight(interest.trait()));
    return interest.trait().name()
        + " "
        + weight
        + " ("
        + interest.evidence().code()
        + interest.time().map(time -> ", " + time).orElse("")
        + ")";
  }

  private void where() {
    if (data.hasLog()) {
      text.append(
          either(
              "The log holds " + data.logged().size() + " entries about you.\n",
              "日志中有 " + data.logged().size() + " 条关于您的记录。\n"));
    }
    if (!data.modelFiles().isEmpty() && !data.isEmpty()) {
      String files =
          data.modelFiles().stream()
              .map(Path::toString)
              .collect(Collectors.joining(either(", ", "、")));
      text.append(
          either(
              "Model files hold what was known when they were saved: " + files + "\n",
              "模型文件包含保存时已知的资料：" + files + "\n"));
    }
    if (data.isRemembered()) {
      text.append(
          either(
              "What follows from your events for your next answer is kept in memory.\n",
              "为您下次的推荐，由您的行为得出的结果保存在内存中。\n"));
    }
  }

  private void other(String name, Map<String, Object> held) {
    text.append(either("'" + name + "' holds: ", "“" + name + "”保存：")).append(held).append('\n');
  }
}
