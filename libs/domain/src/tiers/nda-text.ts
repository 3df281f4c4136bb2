/** What the text says of the two sides; `ownerName` null: the owner stays unnamed until the agreement is in force. */
export type NdaFacts = {
  ownerName: string | null;
  readerName: string;
  readerUscc: string;
  title: string;
  accessMonths: number;
  termYears: number;
};

const version1 = (f: NdaFacts): string => `保密协议（技汇单方保密承诺文本，第 1 版）

披露方：${f.ownerName ?? '匿名发布单位（名称由技汇留存，协议生效时告知接收方）'}
接收方：${f.readerName}（统一社会信用代码 ${f.readerUscc}）
事项：${f.title}

第一条 保密信息
本协议所称保密信息，是披露方在技汇上列为本事项“保密部分”的文字和文件，包括本协议生效后补充、替换的内容。

第二条 用途
接收方只为判断是否就本事项合作、以及与披露方洽谈而使用保密信息，不作其他用途，不据此申请知识产权，不进行反向工程。

第三条 保密
接收方不向第三人提供、不公开保密信息；只让为第二条用途必须知道的本单位人员接触，并使其承担同等义务；以不低于保护自身商业秘密的谨慎程度保护。

第四条 例外
下列信息不在此限：接收方取得时已为公众所知悉的；接收方此前已合法持有的；接收方从无保密义务的第三人合法取得的；接收方独立开发的；依照法律必须提供的（在法律允许时应先通知披露方）。

第五条 记录与水印
技汇记录接收方人员每一次打开保密信息的时间、人员和内容并向披露方展示；下载的文件带有接收方名称、打开人（隐去名）和时间的水印。接收方不得去除水印。

第六条 期限
接收方自协议生效之日起 ${f.accessMonths} 个月内可以在技汇查阅保密信息；披露方撤回事项或终止查阅的，查阅随即停止。第二条、第三条的义务自协议生效之日起持续 ${f.termYears} 年，查阅停止不影响该义务。

第七条 返还与销毁
披露方要求时，接收方应在十个工作日内删除或销毁已下载的保密信息及其复制件；法律要求留存的除外。

第八条 权利
本协议不转让、不许可任何知识产权，也不使任何一方负有订立合同的义务。

第九条 责任
违反本协议造成损失的，依法承担责任。

第十条 订立
接收方由有权代表本单位的人员在技汇上接受本文本；披露方要求先行同意的，自披露方同意时生效，否则自接受时生效。本文本的指纹（SHA-256）、接受人和时间由技汇记录。`;

/** The published versions of the text, by number. An accepted text is proved by its fingerprint: a version is added, never changed. */
const versions: Record<number, (facts: NdaFacts) => string> = { 1: version1 };
export const ndaTemplateVersion = 1;

/** The agreement as it is read and accepted; the text that is hashed (SHA-256 over its UTF-8). */
export function ndaText(facts: NdaFacts, version: number = ndaTemplateVersion): string {
  const text = versions[version];
  if (!text) throw new Error(`no version ${version} of the agreement`);
  return text(facts);
}
