package io.artrec.eval.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "random | random:ratio=0.2",
        "random:ratio=1e-3 | random:ratio=0.001",
        "per-user:ratio=0.2 | per-user:ratio=0.2",
        "per-user: latest=true , least=5,ratio=.3 | per-user:ratio=0.3,least=5,latest=true",
        "per-user:latest=true,repeats=true | per-user:ratio=0.2,latest=true,repeats=true",
        "leave-last-out | leave-last-out:k=1",
        "leave-last-out:k=2,least=9,repeats=true | leave-last-out:k=2,least=9,repeats=true",
        "global-time:ratio=0.1 | global-time:ratio=0.1",
        "global-time:at=2025-06-01T12:00+02:00 | global-time:at=2025-06-01T10:00:00Z",
        "global-time:at=2025-06-01T12:00 | global-time:at=2025-06-01T12:00:00Z",
        "rolling:windows=3,width=2w | rolling:windows=3,width=14d",
        "rolling:width=P1D | rolling:windows=3,width=1d",
        "rolling:width=36h,repeats=true | rolling:windows=3,width=36h,repeats=true",
        "rolling:width=90m | rolling:windows=3,width=90m",
        "rolling:width=61s | rolling:windows=3,width=61s",
        "rolling:width=1001ms | rolling:windows=3,width=1001ms",
        "k-fold | k-fold:folds=5",
        "k-fold:by=visitor,folds=3 | k-fold:folds=3,by=visitor,ratio=0.2",
        "k-fold:by=visitor,least=3 | k-fold:folds=5,by=visitor,ratio=0.2,least=3",
        "cold-user | cold-user:ratio=0.2,fold-in=0.8",
        "cold-user:fold-in=0 | cold-user:ratio=0.2,fold-in=0.0",
        "cold-user:least=5,latest=true | cold-user:ratio=0.2,fold-in=0.8,least=5,latest=true",
        "cold-artwork:ratio=0.5 | cold-artwork:ratio=0.5",
        "grouped | grouped:ratio=0.2,by=artist",
        "grouped:by=room | grouped:ratio=0.2,by=room",
      })
  void nameOfAParsedSplitter_makesAnEqualOne(String text, String name) {
    Splitter splitter = Splits.parse(text);

    assertThat(splitter.name()).isEqualTo(name);
    assertThat(Splits.parse(splitter.name())).isEqualTo(splitter);
  }

  @Test
  void factories_equalNames() {
    assertThat(Splits.random(0.3)).isEqualTo(Splits.parse("random:ratio=0.3"));
    assertThat(Splits.perUser(0.3)).isEqualTo(Splits.parse("per-user:ratio=0.3"));
    assertThat(Splits.latestPerUser(0.3, 4))
        .isEqualTo(Splits.parse("per-user:ratio=0.3,latest=true,least=4"));
    assertThat(Splits.leaveLastOut(3)).isEqualTo(Splits.parse("leave-last-out:k=3"));
    assertThat(Splits.globalTime(0.3)).isEqualTo(Splits.parse("global-time:ratio=0.3"));
    assertThat(Splits.rolling(2, Duration.ofDays(30)))
        .isEqualTo(Splits.parse("rolling:windows=2,width=30d"));
    assertThat(Splits.kFold(4)).isEqualTo(Splits.parse("k-fold:folds=4"));
    assertThat(Splits.kFoldOfUsers(4, 0.5))
        .isEqualTo(Splits.parse("k-fold:folds=4,by=visitor,ratio=0.5"));
    assertThat(Splits.coldUser(0.1, 0.5))
        .isEqualTo(Splits.parse("cold-user:ratio=0.1,fold-in=0.5"));
    assertThat(Splits.coldArtwork(0.1)).isEqualTo(Splits.parse("cold-artwork:ratio=0.1"));
    assertThat(Splits.grouped(0.1, "movement"))
        .isEqualTo(Splits.parse("grouped:ratio=0.1,by=movement"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "per-usr:ratio=0.2 | ; did you mean per-user?",
        "coldArtwork | ; did you mean cold-artwork?",
        "random:rato=0.2 | expected one of ratio; did you mean ratio?",
        "per-usr:ratio=0.2 | split 'per-usr' is unknown, expected one of random, per-user,",
        "random:rato=0.2 | there is no setting 'rato', expected one of ratio",
        "random:ratio=0 | ratio is 0.0, expected more than 0 and less than 1",
        "random:ratio=1 | ratio is 1.0, expected more than 0 and less than 1",
        "random:ratio=NaN | ratio is NaN, expected more than 0 and less than 1",
        "per-user:ratio=-0.2 | split 'per-user:ratio=-0.2': ratio is -0.2, expected",
        "per-user:ratio=x | ratio is 'x', expected a number",
        "per-user:ratio | 'ratio' in parameters 'ratio', expected key=value",
        "per-user:ratio=.2,ratio=.3 | 'ratio' is given twice",
        "per-user:least=1 | least is 1, expected 2 or more",
        "per-user:latest=yes | latest is 'yes', expected true or false",
        "per-user:repeats=true | repeats=true without latest=true",
        "leave-last-out:k=0 | k is 0, expected 1 or more",
        "leave-last-out:k=2,least=2 | least is 2 with k=2, expected more than k",
        "global-time:ratio=0.2,at=2020-01-01 | ratio and at are both given",
        "global-time:at=soon | at is 'soon', expected a time such as 2025-06-01",
        "rolling | width is '', expected a span of time such as 30d",
        "rolling:width=0d | width is PT0S, expected a millisecond to a thousand years",
        "rolling:width=999999999999999w | width is '999999999999999w', expected a span",
        "rolling:width=1d,windows=0 | windows is 0, expected 1 or more",
        "k-fold:folds=1 | folds is 1, expected 2 to 100",
        "k-fold:folds=101 | folds is 101, expected 2 to 100",
        "k-fold:by=work | by is 'work', expected event or visitor",
        "k-fold:ratio=0.2 | ratio and least only count with by=visitor",
        "cold-user:fold-in=1 | fold-in is 1.0, expected 0 or more and less than 1",
        "cold-user:fold-in=0,latest=true | latest=true with fold-in=0",
        "cold-user:least=1 | least is 1, expected 2 or more",
      })
  void wrongText_isRefusedWithWhatIsExpected(String text, String message) {
    assertThatThrownBy(() -> Splits.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyName_hasOneLineAndParses() {
    assertThat(Splits.names())
        .containsExactly(
            "random",
            "per-user",
            "leave-last-out",
            "global-time",
            "rolling",
            "k-fold",
            "cold-user",
            "cold-artwork",
            "grouped");
    for (String name : Splits.names()) {
      assertThat(Splits.description(name)).isNotBlank().doesNotContain("\n");
      String text = name.equals("rolling") ? "rolling:width=1d" : name;
      assertThat(Splits.parse(text).name()).startsWith(name + ":");
    }
  }
}
