/** Questions of a reader, each with the keys that find the answer. */

/**
 * `most` is the number of keys that an answer may take, `says` what it contains; answers in WebKitGTK are only written
 * down. A key is named as in X, such as `Tab` or `shift+b`. `+` before several letters or digits: they are typed without a pause. `wait` and a number of seconds is no
 * key. Single letters, `KP_Add` (read everything from here) and those with `Insert` are commands of Orca. With `plays` the
 * events are counted that the browser sends to assistive technology while the keys are pressed. `page` is another page
 * than that for frames.
 * @typedef {{question: string, keys: string, most: number, says?: RegExp, plays?: boolean, page?: string}} Question
 */

/** @param {string} key @param {number} times */
const times = (key, times) => Array(times).fill(key).join(" ");

/** @type {Question[]} */
export const QUESTIONS = [
  { question: "What is shown here?", keys: "Down Down Down", most: 5, says: /governments ban Huawei/ },
  { question: "Which governments ban today?", keys: "Tab space", most: 12, says: /Sweden, Taiwan/ },
  {
    question: "When did Germany change its status?",
    keys: `${times("Tab", 6)} +de Return KP_Add`,
    most: 10,
    says: /Show the date: 11 July 2024/,
  },
  {
    question: "What changed between 2019 and 2021?",
    keys: `h ${times("shift+b", 7)} Return Tab Tab Tab +2019 ${times("Tab", 4)} +2021`,
    most: 25,
    says: /30 June 2019 to 30 June 2021\. \d+ governments changed/,
  },
  {
    question: "Which changes came first?",
    keys: `${times("Tab", 10)} Home Right Right Right`,
    most: 16,
    says: /17 October 2013\. Taiwan: Banned/,
  },
  {
    question: "What holds in Sweden, and since when?",
    keys: `${times("Tab", 6)} +swe`,
    most: 10,
    says: /Sweden: Banned since 16 December 2020/,
  },
  { question: "What changed last?", keys: "h Down Down Down", most: 6, says: /Show the date: .*\d{4}/ },
  {
    question: "How did it spread?",
    keys: `${times("Tab", 7)} Return wait20`,
    most: 10,
    says: /first “Banned”: Taiwan/,
    plays: true,
  },
  {
    question: "What does the tour tell?",
    keys: "h shift+b Return Return Return Tab Return",
    most: 12,
    says: /2 of 9\. 23 August 2018/,
  },
  {
    question: "What does the table say about Sweden?",
    keys: `${times("Tab", 11)} End Insert+a e Insert+a +swe Tab t Down`,
    most: 25,
    says: /1 row \| .*Sweden .*Banned/,
  },
  {
    question: "What changed before, once the headline is read?",
    keys: `Down Down Down ${times("Tab", 10)} Left Left Right Prior shift+Right`,
    most: 20,
    says: /21 August 2025\. Telefónica: Permitted/,
  },
];

/** Keys that Orca leaves to the page. With Orca 43.1 we found no structure command that worked in WebKitGTK 2.50. */
const OF_THE_PAGE = /^(Tab|Return|space|Home|Right|wait\d+| )+$/;
const ALONE = { page: "/tests/heard/live.html", most: 5 };

/**
 * What is asked in WebKitGTK: first about a page with a status line, a name and a switch, each changed by a button.
 * @type {Question[]}
 */
export const WEBKIT_QUESTIONS = [
  { ...ALONE, question: "Alone on a page: what does a changed status line say?", keys: "Tab Return wait3" },
  { ...ALONE, question: "Alone on a page: what does a changed name say?", keys: "Tab Tab Return wait3" },
  { ...ALONE, question: "Alone on a page: what does a switch say?", keys: "Tab Tab Tab Return wait3" },
  ...QUESTIONS.filter(({ keys }) => OF_THE_PAGE.test(keys)),
  { question: "What was it a year ago?", keys: `${times("Tab", 12)} Return wait3`, most: 15 },
];
