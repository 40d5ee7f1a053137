"""Which measures are the same indicator: pairs of them, half of which must stay apart."""

import pytest

from extract.patterns import load
from extract.series.acronyms import acronyms
from extract.series.spelling import spellings
from extract.series.words import Words

WORDS = Words(load())

# kind | measure | other measure
SAME = """
share | proportion of digital economy/GDP | share of the digital economy in GDP
share | proportion of digital economy / GDP | digital economy's percentage of GDP
share | share of the digital economy in gross domestic product | digital economy/GDP
share | rate of households with fiber optic internet | share of households with fibre-optic internet
share | percentage of online applications | proportion of applications online
share | rate of digitization of records | rate of digitalization of records
share | rate of digitisation of records | rate of records digitization
share | unemployment rate | rate of unemployment
share | poverty rate | the poverty ratio
share | share of renewable energy | renewable energy share
share | rates of vaccinated children | rate of vaccinated children
share | literacy rate of women | women's literacy rate
share | level of forest cover | forest cover
share | proportion of people with health insurance | percentage of people having health insurance
share | savings ratio | saving rate
count | number of user accounts | total number of user accounts
count | user accounts | the user accounts
count | activated VNeID accounts | number of activated VNeID accounts
count | signature certificates issued to adults | number of issued signature certificates to adults
count | newly registered enterprises | number of enterprises newly registered
count | international visitors | the total number of international visitors
count | nursing homes in rural areas | the number of nursing homes in rural areas
count | e-commerce transactions | transactions of ecommerce
count | trained community health workers | community health workers trained
count | job seekers | number of job-seekers
count | COVID-19 infections | number of COVID-19 infections
count | road traffic accidents | traffic accidents on roads
count | libraries with internet access | library with access to internet
count | households connected to the grid | the households connected to grid
count | kindergartens | number of kindergartens
other | export turnover | exports
other | value of exports | export value
other | import turnover of machinery | machinery imports
other | total retail sales of goods and services | retail sales of goods and services
other | foreign direct investment inflows | FDI inflows
other | disbursed ODA loans | disbursed official development assistance loans
other | average monthly income per capita | average monthly per capita income
other | rice exports to China | exports of rice to China
other | mobile broadband download speed | the download speed of mobile broadband
other | tonnage of seafood catch | the seafood catch tonnage
change | growth rate of exports | exports
change | annual growth rate of non-cash payments | non-cash payments
change | increase in the number of cyber attacks | number of cyber attacks
change | GDP growth | growth of gross domestic product
change | decline in rice prices | rice prices
"""
APART = """
share | rate of male workers | rate of female workers
share | proportion of the digital economy in GDP | proportion of the digital economy in GRDP
share | share of the core digital economy in GDP | share of the digital economy in GDP
share | unemployment rate in urban areas | unemployment rate in rural areas
share | unemployment rate | youth unemployment rate
share | unemployment rate | employment rate
share | inflation | core inflation
share | rate of online records | rate of online records in the entire process
share | rate of full-process online applications | rate of partial online applications
share | rate of adults with digital signatures | rate of adults without digital signatures
share | budget deficit | budget surplus
share | lending rate | deposit rate
share | share of non-cash payments | share of cash payments
share | households with more than 5 members | households with less than 5 members
share | children under 5 vaccinated | children over 5 vaccinated
share | students per teacher | teachers per student
count | first 25 essential online services | first 30 essential online services
count | provinces with 5G coverage | provinces with 4G coverage
count | Project 06 kiosks | Project 08 kiosks
count | imported cars | exported cars
count | registered enterprises | dissolved enterprises
count | registered jobseekers | unregistered jobseekers
count | domestic visitors | international visitors
count | primary schools | secondary schools
count | lectures on cyber safety | lecturers on cyber safety
count | producers of rice | rice produce
count | legal migrants | illegal migrants
count | female deputies | male deputies
count | deaths from dengue fever | dengue fever infections
count | online public services | online public services at level 4
count | microfinance offices | macrofinance offices
count | interstate motorways | intrastate motorways
count | transported goods | transporter goods
other | exports | imports
other | exports to China | exports from China
other | exports to China | exports to Japan
other | exports of rice | exports of coffee
other | import turnover | export turnover
other | public investment disbursed | public investment planned
other | registered FDI capital | disbursed FDI capital
other | gross revenue from tourism | net revenue from tourism
other | state budget revenue | state budget expenditure
other | minimum wage | maximum wage
other | real income | nominal income
other | inflow of remittances | outflow of remittances
other | fixed broadband download speed | mobile broadband download speed
other | fixed broadband download speed | fixed broadband upload speed
change | growth of exports | growth of imports
change | number of poor households | rate of poor households
change | industrial production index | agricultural production index
"""


def pairs(table):
    return [tuple(cell.strip() for cell in line.split("|")) for line in table.strip().splitlines()]


def contents(kind, *measures):
    found = [WORDS.read(measure, kind) for measure in measures]
    known = spellings(word for content in found for word in content)
    return [frozenset(known.get(word, word) for word in content) for content in found]


def test_pairs_are_many_and_different():
    same, apart = pairs(SAME), pairs(APART)
    assert (len(same), len(apart)) == (45, 50)
    assert len({*same, *apart}) == 95


@pytest.mark.parametrize(("kind", "one", "other"), pairs(SAME))
def test_same(kind, one, other):
    first, second = contents(kind, one, other)
    assert first == second
    assert first


@pytest.mark.parametrize(("kind", "one", "other"), pairs(APART))
def test_apart(kind, one, other):
    first, second = contents(kind, one, other)
    assert first != second


@pytest.mark.parametrize(
    ("content", "tells"),
    [
        ({"project"}, False),
        ({"cost", "estimated"}, False),
        ({"locality"}, False),
        ({"12", "x"}, False),
        (set(), False),
        ({"rice"}, False),
        ({"turnover"}, False),
        ({"inflation"}, True),
        ({"population"}, False),
        ({"rice", "husk"}, True),
        ({"hs", "code"}, False),
        ({"household", "internet"}, True),
    ],
)
def test_wide_measures_tell_nothing(content, tells):
    assert WORDS.tells(frozenset(content)) is tells


def test_names_of_the_place_say_nothing_more():
    assert WORDS.read("Vietnam's GDP", "other", names={"vietnam"}) == {"gdp"}
    assert WORDS.read("Vietnamese exports", "other", names={"vietnamese"}) == {"export"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("gross regional domestic product (GRDP) of", {"gross regional domestic product": "grdp"}),
        ("the Ministry of Finance (MoF) said", {"ministry of finance": "mof"}),
        ("the consumer price index (CPI) and more (XYZ)", {"consumer price index": "cpi"}),
        ("a letter (A) and two words (ZQ)", {}),
        ("no brackets at all", {}),
    ],
)
def test_acronyms(text, found):
    assert {" ".join(words): short for words, short in acronyms(text).items()} == found


def test_acronym_of_the_document_joins_its_long_form():
    known = acronyms("The annual wildlife census (AWC) counted the herds.")
    assert WORDS.read("annual wildlife census", "count", known) == {"awc"}
    assert WORDS.read("AWC", "count", known) == {"awc"}
    assert WORDS.read("annual wildlife census", "count") == {"annual", "wildlife", "census"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["detection", "detention"], {}),
        (["mediation", "medication"], {}),
        (["marital", "martial"], {}),
        (["environment", "enviroment", "environment"], {"enviroment": "environment"}),
        (["vaccinaton", "vaccination"], {"vaccinaton": "vaccination"}),
        (["lecturer", "lecture"], {}),
        (["import", "export"], {}),
        (["microfinance", "macrofinance"], {}),
        (["employer", "employee"], {}),
        (["production", "productivity"], {}),
        (["constitution", "construction"], {}),
        ([], {}),
    ],
)
def test_spellings(words, found):
    assert spellings(words) == found
    assert spellings(reversed(words)) == found
