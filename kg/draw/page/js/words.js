// What the page says itself, in Chinese and in English. Names and sentences stay as the paper has them.

const SAID = {
  to: ["至", "to"],
  search: ["查找：姓名、单位、职务、拼音或首字母", "Search: names, bodies, posts, pinyin, initials"],
  nothingFound: ["没有找到。可以换一个写法、拼音或首字母。", "Nothing found. Try another spelling, pinyin or initials."],
  hiddenByFilter: ["（已被筛选隐藏）", "(hidden by the filter)"],
  of: ["显示 {0} / {1} 个节点 · {2} 条关系", "{0} of {1} nodes · {2} relations"],
  fewer: ["少一些", "Fewer"], more: ["多一些", "More"],
  nodes: ["节点", "Nodes"], relations: ["关系", "Relations"], status: ["状态", "Status"],
  filter: ["筛选", "Filter"], moreFilters: ["地点、日期、可信度、连接数、来源", "Place, dates, confidence, links, source"],
  place: ["地点（含所属）", "Place, with all in it"], placeHint: ["省、市、县、园区，如 西宁", "a province, city, county, park"],
  everywhere: ["各地", "Everywhere"], places: ["各地（含所属）", "Places, with all in them"], lies: ["所在", "Lies in"],
  source: ["来源", "Source"], sourceHint: ["文件名或标题中的字", "words of a file's name or a title"],
  yearless: ["{0}（年份不详）", "{0} (no year)"], sheet: ["存为表格", "Save table"], json: ["存为 JSON", "Save JSON"],
  subject: ["主语", "subject"], subjectType: ["主语类型", "type of subject"], relation: ["关系", "relation"],
  object: ["宾语", "object"], objectType: ["宾语类型", "type of object"], titles: ["职务", "posts"], role: ["角色", "role"],
  amount: ["金额", "amount"], firstDay: ["最早", "first day"], lastDay: ["最晚", "last day"], stories: ["独立报道", "stories"],
  sureness: ["可信度", "confidence"], sentence: ["原句", "sentence"], title: ["标题", "title"], day: ["报道日期", "published"], file: ["文件", "file"],
  page: ["第{0}页", "page {0}"], pages: ["页", "page"],
  themes: ["话题", "Themes"], topic: ["{0} 等 {1} 个", "{0} · {1} in all"],
  confidence: ["可信度不低于", "Confidence at least"], links: ["连接数不少于", "Links at least"],
  dates: ["日期", "Dates"], from: ["从", "from"], until: ["到", "to"], allDates: ["全部日期", "all dates"],
  clear: ["清除筛选", "Clear filters"], filtered: ["已筛选", "Filtered"],
  nothingLeft: ["筛选之后没有可以显示的内容。", "Nothing passes these filters."],
  aliases: ["又名", "Also"], posts: ["职务", "Posts"], counterparts: ["来往", "Relations"],
  events: ["大事", "Events"], articles: ["见于 {0} 个文件", "Named in {0} files"], all: ["全部 {0} 项", "All {0}"],
  unfold: ["展开 {0} 个", "Unfold {0}"], fold: ["收起", "Fold"], take: ["移出图", "Take off"],
  only: ["只看周围", "Only around it"], whole: ["回到全图", "Whole map"], steps: ["{0} 步", "{0} steps"],
  pathFrom: ["找路径…", "Path from here…"], pathTo: ["到这里的路径", "Path to here"],
  pathStart: ["起点：{0}。再点一个节点，看两者怎样相连。", "From {0}. Now choose the other end."],
  pathOf: ["{0} 与 {1}：{2} 步", "{0} and {1}: {2} steps"],
  pathNone: ["{0} 与 {1} 之间，在当前的筛选下没有路径。", "Nothing ties {0} and {1} under these filters."],
  cancel: ["取消", "Cancel"],
  evidence: ["原文依据：{0} 篇独立报道，{1} 句", "Evidence: independent stories {0}, sentences {1}"],
  moreSentences: ["另有 {0} 句", "{0} more sentences"], clickFor: ["点击看原文", "click to read"],
  because: ["据：", "Because: "], cite: ["复制引文", "Copy citation"], correct: ["复制更正行", "Copy correction"],
  copied: ["已复制", "Copied"], link: ["复制链接", "Copy link"], keep: ["保存视图", "Keep view"],
  kept: ["已保存的视图", "Kept views"], keepName: ["视图 {0}", "View {0}"], forget: ["删除", "Forget"], rename: ["改名", "Rename"],
  onlyOne: ["只看", "only"],
  onlyFile: ["只看这篇", "Only this file"], fileOnly: ["只看：{0}", "Only: {0}"],
  png: ["存为 PNG", "Save PNG"], svg: ["存为 SVG", "Save SVG"], print: ["打印", "Print"],
  back: ["后退", "Back"], forward: ["前进", "Forward"],
  closer: ["放大", "Closer"], farther: ["缩小", "Farther"], fit: ["看全图", "Fit"],
  theme: ["深色或浅色", "Dark or light"], language: ["English", "中文"], help: ["键盘与用法", "Keys and help"],
  welcome: ["点一个节点看它的一切，点一条线看原文。“+12”表示还有 12 个邻居没有画出来，点它展开。",
    "Click a node for all about it, a line for its sentence. “+12” says that 12 neighbours are not drawn: click it."],
  welcomePosts: ["点一个单位看谁任什么职，点一个人看原文。", "Click a body to see who holds what, a person for the sentence."],
  welcomeEvents: ["点一件事看它的一切，点一个名字看原文。查找一个人或单位，就只看与之有关的事。", "Click an event for all about it, a name for its sentence. Search for somebody to see their events only."],
  start: ["从这里开始", "Start here"], empty: ["这里没有内容", "Nothing here"],
  emptyMap: ["读到的文章中没有可以放进“{0}”的内容。可以看看其他的图。", "No article has anything for “{0}”. Try another view."],
  related: ["{0} 条关系", "{0} relations"], hidden: ["还有 {0} 个邻居没有画出来", "{0} neighbours not drawn"],
  bubble: ["{0} 的 {1} 个邻居", "{1} neighbours of {0}"],
  bubbleHint: ["点击展开；只与它相连", "click to unfold; tied to it alone"],
  moreOf: ["再展开 {0} 个", "{0} more"],
  heads: ["主要负责人", "Heads"], deputies: ["副职", "Deputies"], members: ["成员", "Members"], others: ["其他", "Others"],
  formerly: ["曾任", "Former"], parts: ["下属", "Parts"], partOf: ["隶属", "Part of"], people: ["{0} 人", "{0} people"],
  bodies: ["共 {0} 个单位有任职记录，按人数排列。", "{0} bodies with people, by their number."],
  chooseBody: ["← 全部单位", "← All bodies"], noDay: ["年份或日期不明", "No year or day"],
  moreEvents: ["再看 {0} 件", "{0} more"], eventsOf: ["共 {0} 件", "{0} events"], onlyOf: ["只看 {0}", "Only {0}"],
  with: ["参加", "with"], at: ["地点", "at"], signedBy: ["签署方", "signed by"],
  articlesRead: ["篇文章", "articles"], independent: ["其中独立报道", "independent"], things: ["个节点", "nodes"],
  facts: ["条关系", "relations"], period: ["报道日期", "published"], topPerson: ["来往最多的人", "People"],
  topOrganization: ["来往最多的单位", "Bodies"], topProject: ["项目", "Projects"], newest: ["最近的会议活动与协议", "Newest events"],
  lookAt: ["看什么", "Views"], made: ["由 kg 生成，断网可用；每条关系都附原句。", "Made by kg; needs no network; every relation shows its sentence."],
  tooOld: ["浏览器版本太旧，打不开这么大的图。请用2023年以后的版本。", "This browser is too old for a graph of this size: use one from 2023 or later."],
  communities: ["群落", "Communities"], brokers: ["中间人", "Brokers"],
  keys: [
    ["/", "查找", "search"], ["← ↑ → ↓", "在图上选邻近的节点", "walk over the map"],
    ["e", "展开或收起所选节点", "unfold or fold"], ["o", "只看所选节点的周围", "only around it"],
    ["p", "找路径：先选起点，按 p，再选终点", "path: choose, press p, choose"],
    ["l", "所有的线都写出关系", "name all lines"],
    ["+ − 0", "放大、缩小、看全图", "zoom, fit"], ["Esc", "取消选择，逐层退出", "leave"],
    ["Alt+← Alt+→", "后退、前进", "back, forward"], ["?", "这份说明", "this help"],
  ],
};

const ENGLISH = {
  HOLDS_POSITION: "holds a post", ATTENDED: "attended", MET_WITH: "met", VISITED: "visited", SIGNED: "signed",
  SIGNED_WITH: "signed with", COOPERATES_WITH: "works with", UNDERTAKES: "undertakes", PART_OF: "part of",
  LOCATED_IN: "located in", Organization: "Body", Location: "Place", done: "done",
};

// One relation, not 1 relations.
const ONE = /(^|[^\d.])1 (more )?(people|bodies|relations|steps|sentences|neighbours|events|files|nodes)\b/g;
const SINGLE = { people: "person", bodies: "body" };
const single = (_, before, more, many) => `${before}1 ${more || ""}${SINGLE[many] || many.slice(0, -1)}`;

// say("key", …values) in the language; say.word(entry) for a type, predicate, status or role.
export function speaker(language) {
  const english = language === "en";
  const filled = (text, values) => values.reduce((said, value, n) => said.replaceAll(`{${n}}`, () => value), text);
  const say = (key, ...values) => (english ? filled(SAID[key][1], values).replace(ONE, single) : filled(SAID[key][0], values));
  say.word = (entry) => (english ? ENGLISH[entry.name] || entry.name.replaceAll("_", " ") : entry.label);
  say.keys = () => SAID.keys.map(([key, chinese, other]) => [key, english ? other : chinese]);
  say.english = english;
  return say;
}
