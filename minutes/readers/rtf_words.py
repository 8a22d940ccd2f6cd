"""The control words of RTF that matter to a reader: which letters they stand for, and whose groups are no text."""

CHARACTERS = {
    "tab": "\t", "line": "\n", "softline": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emspace": " ", "enspace": " ", "qmspace": " ", "zwj": "", "zwnj": "", "zwbo": "", "zwnbo": "",
}  # fmt: skip

_SKIPPED_WORDS = (
    "fonttbl colortbl stylesheet pict header headerl headerr headerf footer footerl footerr footerf fldinst annotation "
    "atnid atnauthor atrfstart atrfend objdata nonshppict listtable listoverridetable rsidtbl generator filetbl "
    "revtbl xmlnstbl themedata colorschememapping datastore latentstyles author operator creatim revtim printim "
    "company doccomm subject keywords comment hlinkbase ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template manager "
    "category sp shprslt private footnote"
)
SKIPPED = frozenset(_SKIPPED_WORDS.split())

CODE_PAGES = {
    "0": "cp1252", "1": "cp1252", "2": "cp1252", "77": "mac_roman", "128": "cp932", "129": "cp949", "134": "gb18030",
    "136": "big5", "161": "cp1253", "162": "cp1254", "163": "cp1258", "177": "cp1255", "178": "cp1256", "186": "cp1257",
    "204": "cp1251", "222": "cp874", "238": "cp1250", "cp437": "cp437", "cp850": "cp850", "cp10000": "mac_roman",
    "cp932": "cp932", "cp1255": "cp1255", "cp1256": "cp1256", "cp1257": "cp1257", "cp65001": "utf-8",
}  # fmt: skip
