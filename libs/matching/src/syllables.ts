/** The syllables of Mandarin without tones, ü written v, by their first letters. */
const TABLE = `
a: a ai an ang ao
b: ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu
c: ca cai can cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo
d: da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo
e: e ei en eng er
f: fa fan fang fei fen feng fo fou fu
g: ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo
h: ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo
j: ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
k: ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo
l: la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve
m: ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu
n: na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve
o: o ou
p: pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu
q: qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
r: ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo
s: sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo
t: ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
w: wa wai wan wang wei wen weng wo wu
x: xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun
y: ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun
z: za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo
`;
const syllables = new Set(TABLE.split(/\s+/).filter((part) => part !== '' && !part.endsWith(':')));
const LONGEST = 6;

type Cut = { readonly syllables: readonly string[]; readonly cost: number };
/** A syllable seldom begins with a vowel inside a word: xitunami is xi tu na mi, not xi tun a mi. */
const VOWEL = /^[aeo]/;

/** Letters cut into syllables as an input method cuts them: as few as possible; empty where they are not all syllables, then it is no pinyin. */
export function syllablesOf(letters: string): readonly string[] {
  const from: (Cut | undefined)[] = [];
  from[letters.length] = { syllables: [], cost: 0 };
  for (let at = letters.length - 1; at >= 0; at--) {
    for (let length = Math.min(LONGEST, letters.length - at); length > 0; length--) {
      const after = from[at + length];
      const syllable = letters.slice(at, at + length);
      if (after === undefined || !syllables.has(syllable)) continue;
      const cost = after.cost + (at > 0 && VOWEL.test(syllable) ? 12 : 10);
      const best = from[at];
      if (best === undefined || cost < best.cost) from[at] = { syllables: [syllable, ...after.syllables], cost };
    }
  }
  return from[0]?.syllables ?? [];
}
