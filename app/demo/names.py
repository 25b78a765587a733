"""First names and surnames that you hear in a Dutch town, of many backgrounds.

The lists stand apart so that a family name fits a first name. Which list somebody came from is
not kept: the portal never knows where people come from.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class NameList:
    """Names that go together, and how many in a hundred residents have such a name."""

    share: int
    given: tuple[str, ...]
    family: tuple[str, ...]


def names(share: int, given: str, family: str) -> NameList:
    """Write a list as two texts; an underscore stands for a space in a name."""
    return NameList(
        share,
        tuple(given.split()),
        tuple(name.replace("_", " ") for name in family.split()),
    )


NAME_LISTS = (
    names(
        46,
        "Anna Sanne Emma Lotte Femke Marieke Ingrid Wilma Joke Ria Truus Els Marloes Iris Eva"
        " Sophie Noor Fleur Roos Hanneke Annemiek Petra Monique Esther Mirjam Saskia Tineke Greet"
        " Jan Piet Kees Henk Wim Gerard Hans Peter Mark Bas Tim Daan Sem Lars Thijs Jeroen Maarten"
        " Bert Cor Sjoerd Wouter Ruben Niels Koen Joost Pim Dirk Arie Leo Frits Theo Rob Marcel",
        "de_Jong Jansen de_Vries van_den_Berg van_Dijk Bakker Janssen Visser Smit Meijer de_Boer"
        " Mulder de_Groot Bos Vos Peters Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra Smits"
        " de_Graaf van_der_Meer Kok Jacobs van_der_Linden Vermeulen van_den_Heuvel Schouten"
        " van_Beek Willems Hoekstra Koster Prins Blom Huisman Kuipers van_Veen Postma Kramer"
        " Verhoeven Groen Timmermans Kuiper Bosch van_der_Wal Wolters Schipper Molenaar Hofman",
    ),
    names(
        9,
        "Ayşe Fatma Zeynep Elif Emine Hatice Merve Esra Büşra Sevgi Gül Derya Mehmet Ali Mustafa"
        " Ahmet Hüseyin Emre Murat Kemal Yusuf Burak Cem Okan Serkan Hakan",
        "Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç"
        " Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz",
    ),
    names(
        9,
        "Fatima Khadija Naima Samira Hanan Malika Yasmina Salma Nora Ikram Latifa Soumaya Mohamed"
        " Ahmed Rachid Youssef Karim Hassan Said Omar Bilal Hamza Ilias Nabil Mounir Abdel",
        "El_Amrani Benali Bouzid El_Idrissi Amrani Alaoui Bennani Chakir El_Khatib Haddou Ouali"
        " Ziani Azzouzi Belhaj Bakkali Tahiri Saidi Mansouri Yaacoubi Lahlou",
    ),
    names(
        8,
        "Cheryl Shanti Sharda Maureen Lucia Jennifer Priya Natasja Astrid Gwendolyn Ricardo"
        " Winston Roy Dennis Sheldon Rishi Anand Orlando Clifton Steven Humphrey Ruth",
        "Ramdin Ramlal Mohan Kartosen Soekhai Pinas Blokland Tjon Jadnanansing Bhagwandin"
        " Kromosoeto Wijngaarde Esajas Sewnath Rozenblad Lieveld Kasanmoentalib Panday Tuinfort",
    ),
    names(
        6,
        "Agnieszka Katarzyna Magdalena Joanna Monika Ewa Beata Aleksandra Piotr Krzysztof Tomasz"
        " Paweł Marcin Michał Marek Łukasz Wojciech Adam Zofia Kinga",
        "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański"
        " Woźniak Dąbrowski Kozłowski Mazur Krawczyk Piotrowski Grabowski",
    ),
    names(
        4,
        "Oksana Olena Iryna Natalia Tetiana Yulia Svitlana Kateryna Andrii Oleksandr Serhii"
        " Dmytro Viktor Taras Bohdan Ivan Daria Sofiia",
        "Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Oliynyk Melnyk Polishchuk Savchenko"
        " Marchenko Rudenko Petrenko Lysenko Moroz Koval",
    ),
    names(
        5,
        "Dewi Sri Indah Wati Ratna Sita Ida Yvonne Budi Agus Hendra Rudy Andri Bambang Max Eddy"
        " Lies Nel Ketut Made",
        "Santoso Wijaya Susanto Pattinama Latuheru Tahitu Sahertian de_Fretes Manuhutu Pesulima"
        " Hartono Setiawan Rahayu van_der_Poel Lekatompessy Siahaya",
    ),
    names(
        5,
        "Rania Lina Hala Maha Rasha Dima Nour Amal Ahmad Khaled Samer Bassel Wael Tarek Nizar"
        " Anas Majd Rima Hiba Yara",
        "Al-Ahmad Haddad Khoury Darwish Al-Hassan Issa Sabbagh Nassar Kassab Hamwi Al-Masri Shami"
        " Barakat Azar Najjar Qabbani",
    ),
    names(
        3,
        "Abeba Selam Yordanos Hiwet Saba Luwam Tesfay Yonas Filmon Samuel Dawit Berhane Amina"
        " Halima Hodan Ifrah Abdi Farah Liban Warsame",
        "Tesfamariam Ghebremedhin Haile Kidane Tekle Woldu Habtemariam Hussein Ali_Warsame Jama"
        " Mohamud Yusuf_Abdi Nuur Abdullahi",
    ),
    names(
        3,
        "Mei Ling Xiao Hui Wai Kit Jun Ming Linh Thi Minh Tuan Phuong Hoa",
        "Chen Wong Li Cheung Wang Lam Nguyen Tran Pham Le Hoang",
    ),
    names(
        2,
        "Maria João Rosa Ana Carlos Luis Rafael Paula Elena Marco Giulia Pablo Dolores Nuno",
        "Silva Santos Pereira Costa Fernandez Lopez Garcia Rossi Ferreira Martina Maduro Croes",
    ),
)
