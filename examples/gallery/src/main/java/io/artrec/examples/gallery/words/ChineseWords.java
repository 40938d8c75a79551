package io.artrec.examples.gallery.words;

import java.util.List;
import java.util.Locale;

/** Chinese, simplified. */
final class ChineseWords extends Words {
  @Override
  public Locale locale() {
    return Locale.CHINESE;
  }

  @Override
  public Words other() {
    return Languages.of("en").orElseThrow();
  }

  @Override
  public String gap() {
    return "";
  }

  @Override
  public String list(List<String> parts) {
    return String.join("、", parts);
  }

  @Override
  String pattern(Text text) {
    return switch (text) {
      case GALLERY -> "artrec 画廊";
      case SKIP -> "直接看内容";
      case NAVIGATION -> "画廊导览";
      case LANGUAGE -> "中文";
      case LIGHT -> "深色或浅色";
      case NAV_WALL -> "为您推荐";
      case NAV_MEET -> "八组初见";
      case NAV_WISH -> "心愿";
      case NAV_COLOR -> "色彩";
      case NAV_ROOM -> "居室";
      case NAV_MOOD -> "心境";
      case NAV_TALK -> "策展人";
      case NAV_YOU -> "关于您";
      case NAV_ADD -> "添加作品";
      case NAV_ABOUT -> "这是什么";
      case NAV_OPERATOR -> "管理员";
      case FOOT -> "由 artrec 在本进程内推荐，数据不会离开本机。";
      case WALL_TITLE -> "为您布置的一面墙";
      case WALL_STRANGER -> "这里还不了解您，先看看大家常看的作品。喜欢其中一件，这面墙就会变。";
      case WALL_KNOWN -> "根据您在这里的 %s 次表态布置。";
      case WALL_EMPTY -> "没有可推荐的了。可以撤回一次“不喜欢”，或显示全部作品。";
      case MORE -> "更多作品";
      case ALL_WORKS -> "也看没有图片的作品";
      case ONLY_PICTURES -> "只看有图片的作品";
      case NEW -> "新上墙";
      case LIKE -> "喜欢";
      case LIKE_WORK -> "喜欢《%s》";
      case DISLIKE -> "不喜欢";
      case DISLIKE_WORK -> "不喜欢《%s》";
      case NOT_THIS_ARTIST -> "不看此作者";
      case NOT_THIS_ARTIST_NAMED -> "不看此作者：%s";
      case DID_LIKE -> "您喜欢《%s》。";
      case DID_DISLIKE -> "《%s》已撤下，与它相近的也会退后。";
      case DID_BLOCK -> "不再出现%s的作品。";
      case DID_UNDO -> "已撤回。";
      case DID_MEET -> "谢谢。墙面已按您的 %s 次选择布置。";
      case DID_ADD -> "《%s》已经挂进画廊。";
      case DID_FORGET -> "已忘记：%s。您在这里重新是陌生人。";
      case DID_DROP -> "不再记录：%s。";
      case DID_LEARN -> "正在后台从观众的行为中学习。";
      case NEW_WORKS -> "因此新上墙：%s。";
      case UNDO -> "撤回";
      case MEDIUM -> "材质";
      case SIZE -> "高 × 宽";
      case MOVEMENT -> "流派";
      case SUBJECTS -> "画中有";
      case WHERE -> "收藏地";
      case ORIGIN -> "来源";
      case WHY -> "为什么推荐它？";
      case WHY_NOT -> "为什么不在我的墙上？";
      case ON_MY_WALL -> "按实际大小挂进我的房间";
      case SEEN_IN_IT -> "画面所见";
      case FEELS -> "最接近的心境：%s。";
      case ASK_TITLE -> "问问这件作品";
      case ASK_LABEL -> "一个问题，例如“这是谁画的？”";
      case ASK -> "提问";
      case MORE_LIKE_THIS -> "更多相似作品";
      case BY_PALETTE -> "按色彩";
      case BY_COMPOSITION -> "按构图";
      case BY_SUBJECT -> "按题材";
      case BY_ARTIST -> "按作者";
      case BY_MOOD -> "按心境";
      case NOTHING_ALIKE -> "在这方面没有相似的作品。";
      case ERROR_TITLE -> "无法显示";
      case ERROR_TOKEN -> "页面打开太久，或请求来自别处。请刷新页面后再试。";
      case ERROR_NOT_FOUND -> "这里什么也没有。";
      case ERROR_TOO_LARGE -> "太大了。";
      case ERROR_TOO_MANY -> "请求太频繁，请稍候。";
      case ERROR_REQUEST -> "画廊不明白这个请求。";
      case ERROR_SERVER -> "我们这边出了问题。";
      case ERROR_INCIDENT -> "日志编号：%s。";
      case BACK_TO_WALL -> "回到墙前";
    };
  }
}
